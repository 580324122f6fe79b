import { fetchReports } from './fetch-reports.ts';
import { openImapMailbox } from './imap-mailbox.ts';
import { keepReport } from './kept-reports.ts';
import type { ReportContext } from './report-context.ts';
import { listenForReports } from './report-listener.ts';
import { countLongDelays } from './soft-failures.ts';

type Reported = ReportContext & {
  settings: { dataDir: string; bounceImapUrl: string | null; bounceListen: string | null };
  stopping: AbortSignal;
};

export type ReportReading = {
  /** Takes no more reports, and waits for what is under way. */
  stop: () => Promise<void>;
};

const minuteMs = 60_000;

/** Opens the doors through which reports come, and looks every minute. @throws AppError when it cannot listen where it should. */
export async function startReports(context: Reported): Promise<ReportReading> {
  const { bounceAddress, settings } = context;
  const listener =
    settings.bounceListen === null || bounceAddress === null
      ? null
      : await listenForReports(
          { ...context, bounceAddress, keep: (raw) => keepReport(settings.dataDir, raw) },
          settings.bounceListen,
        );
  const look = lookEveryMinute(context);
  return {
    stop: async () => {
      await look.stop();
      await listener?.close();
    },
  };
}

/** A round that takes longer than a minute is not overtaken by the next. */
function lookEveryMinute(context: Reported) {
  const round = reportRound(context);
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= round().finally(() => {
      running = null;
    });
  };
  look();
  const timer = setInterval(look, minuteMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** One minute's work. A mailbox that cannot be read is told of once, and again when it can be. */
export function reportRound(context: Reported): () => Promise<void> {
  const { db, log, clock, settings, stopping } = context;
  const passed = new Set<number>();
  let failingSince: number | null = null;
  const fetchOnce = async (imapUrl: string) => {
    const mailbox = await openImapMailbox(imapUrl, stopping);
    try {
      await fetchReports(context, mailbox, passed, stopping);
    } finally {
      await mailbox.close();
    }
  };
  return async () => {
    try {
      const delays = await countLongDelays(db, clock());
      if (delays > 0) log.tell('delays-counted', { delays });
      if (settings.bounceImapUrl === null || stopping.aborted) return;
      await fetchOnce(settings.bounceImapUrl);
      if (failingSince !== null)
        log.tell('reports-fetched-again', { minutes: Math.round((clock() - failingSince) / minuteMs) });
      failingSince = null;
    } catch (err) {
      if (stopping.aborted) return;
      if (failingSince === null) log.tell('reports-not-fetched', { err });
      failingSince ??= clock();
    }
  };
}
