import {
  AliasNode,
  AndNode,
  type DeleteQueryNode,
  FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  ParensNode,
  type QueryId,
  RawNode,
  TableNode,
  type UpdateQueryNode,
  WhereNode,
} from 'kysely';
import type { Db } from '#server/database/open-database.ts';
import type { Tables } from '#server/database/schema.ts';
import { rowsOf } from './rows-of-side.ts';
import type { Side } from './side.ts';
import { belongings } from './wall-of-tables.ts';

/**
 * The store as one side sees it. Whatever is read, changed or deleted through it is read, changed or deleted among the rows of that side alone, so that a
 * query whose author never thought of suppliers keeps to its side. Rows are added as they are told: whose team they name is asked before.
 */
export function behindWall(db: Db, side: Side): Db {
  return db.withPlugin(new Wall(side));
}

class Wall implements KyselyPlugin {
  private readonly transformer: KeepToSide;

  constructor(side: Side) {
    this.transformer = new KeepToSide(side);
  }

  transformQuery({ node, queryId }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    return this.transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result;
  }
}

class KeepToSide extends OperationNodeTransformer {
  private readonly side: Side;

  constructor(side: Side) {
    super();
    this.side = side;
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    const from = super.transformFrom(node, queryId);
    return FromNode.create(from.froms.map((source) => this.sourceOfSide(source)));
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    return { ...join, table: this.sourceOfSide(join.table) };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const update = super.transformUpdateQuery(node, queryId);
    const table = update.table && tableIn(update.table);
    return table ? { ...update, ...this.among(update.where, table) } : update;
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    // The table that is deleted from stands as a source too, and a part of a table cannot be deleted from.
    const [first] = node.from.froms;
    const table = first && tableIn(first);
    const { from: _, ...rest } = super.transformDeleteQuery(node, queryId);
    const whole = { ...rest, from: node.from };
    return table ? { ...whole, ...this.among(whole.where, table) } : whole;
  }

  private sourceOfSide(source: OperationNode): OperationNode {
    if (AliasNode.is(source)) {
      const table = tableIn(source.node);
      return table ? AliasNode.create(this.partOf(table) ?? source.node, source.alias) : source;
    }
    const table = tableIn(source);
    const part = table && this.partOf(table);
    return table && part ? AliasNode.create(part, IdentifierNode.create(table)) : source;
  }

  /** What of a table the side sees, as a query of its own; `null` where it sees all. */
  private partOf(table: keyof Tables): OperationNode | null {
    const condition = rowsOf(this.side, table);
    return condition === null
      ? null
      : ParensNode.create(RawNode.createWithSql(`select * from "${table}" where ${condition}`));
  }

  private among(where: WhereNode | undefined, table: keyof Tables): { where?: WhereNode } {
    const condition = rowsOf(this.side, table);
    if (condition === null) return where ? { where } : {};
    const own = ParensNode.create(RawNode.createWithSql(condition));
    return { where: WhereNode.create(where ? AndNode.create(ParensNode.create(where.where), own) : own) };
  }
}

/** The table that a source names, if it names one of the store. */
function tableIn(node: OperationNode): keyof Tables | null {
  if (!TableNode.is(node)) return null;
  const { name } = node.table.identifier;
  return isTable(name) ? name : null;
}

function isTable(name: string): name is keyof Tables {
  return name in belongings;
}
