export const usage = `npm run nudge -- COMMAND

  run                         plan and send, minute by minute, without the site
  plan [--now ISO] [--dry-run] [--json]
                              plan the teams whose morning has come;
                              with --dry-run, show what each team would get next and save nothing
  send                        send what is due, once
  preview LESSON --to PERSON  print the mail PERSON (an address) would get on LESSON
                              (--kind case, recall, compare, apply or did-you)
  who LESSON [--json]         who would get LESSON now and why, and why the others would not
  import FILE.csv [--dry-run] [--prune]
                              take in people (column "email"), exposures (column "item") or teams (routes,
                              systems, sites, working time); --prune takes away items the file leaves out
  export FOLDER               write people, teams and exposures as files that import takes back
  starter TEAM [FOLDER]       what teams of its sector and roles usually depend on, as exposures.csv and teams.csv
                              to strike lines from and import: printed, or written into FOLDER
  signal TOPIC:WORD TITLE --by TRAINER [--team NAME] [--link URL] [--line TEXT] [--until DATE] [--dry-run]
                              raise the lessons about some news, such as country:CN; the mail names it and prints the
                              line as the trainer's; --dry-run says how many get it today and why others do not
  simulate [--quick or --field] [--json or --markdown] [--publish]
                              play the planner and 22 other policies in nine worlds, and compare;
                              --quick takes half a minute, --publish writes public/evidence;
                              --field plays the real plan day by day in five worlds of another make
  test-mail ADDRESS           send one test letter over the mail server of the settings, and print what it said
  test-mail --operator        the same to OPERATOR_EMAIL over OPERATOR_SMTP_URL, the way on which troubles are told
  dkim-record                 print what to publish in DNS, so that receivers believe the signatures of our mail
  held                        list mails of which nobody knows whether they arrived
  held --settle ID WAY        settle one: accepted (it arrived), resend (once more) or cancel (it never arrived)
  read-bounces [FILE.eml]     read a report of a mail that did not arrive, do what it asks for and say what that was;
                              without FILE or with - it comes on standard input, as from an alias of a mail server
  refused [--lift ADDRESS]    list addresses that get no mail, and why; --lift lets one have mail again, or be imported
                              again after it was erased
  access [--days N]           list who signed in to the desk, saw names or changed something about people
  doctor                      look at settings, store, library and mail, and say what is wrong
  backup FILE                 copy the store while it is in use
  restore FILE                put a backup in place of the store, and pause mail; stop Nodomoto first
  resume [FILE] [--dry-run]   let mail go again from a store that was restored or copied, with what happened since
                              taken over from the store that was kept, or FILE; --dry-run shows it and saves nothing
  move-store to-postgres | to-sqlite
                              move the store from DATA_DIR into DATABASE_URL or back; stop Nodomoto first
  sign-out ADDRESS            sign a trainer out of the desk everywhere; links in that mailbox open nothing any more
  new-secret                  print one for SECRET; docs/running.md says how to change it
  erase ADDRESS               erase whoever has an address from all that lies in the data folder, for good, and print
                              the certificate: people, trainers, addresses in letters
  export-person ADDRESS       print everything that is kept about whoever has an address, as JSON
  retention [--dry-run]       cut what has been kept for its time, as each day does by itself; --dry-run shows what
                              would go now and within a month, and cuts nothing

Settings come from the environment; .env.example lists them.`;
