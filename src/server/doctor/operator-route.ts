import { AppError } from '#core/errors/app-error.ts';
import { type Operator, tryOperatorRoute } from '#server/operator/operator-route.ts';
import { good, type Verdict } from './finding.ts';

/** Whether a letter to the operator would leave. */
export async function operatorRoute(operator: Operator): Promise<Verdict> {
  const fault = await tryOperatorRoute(operator);
  if (fault) throw new AppError('OPERATOR_ROUTE', fault);
  return good();
}
