export const usage = `npm run nudge -- COMMAND

  run                         plan and send, minute by minute, without the site
  plan [--now ISO] [--dry-run] [--json]
                              plan the teams whose morning has come;
                              with --dry-run, show what each team would get next and save nothing
  send                        send what is due, once
  preview LESSON --to PERSON  print the mail PERSON (an address) would get on LESSON
                              (--kind case, recall, compare, apply or did-you)
  who LESSON [--json]         who would get LESSON now and why, and why the others would not
  import FILE [--dry-run] [--prune]
                              take in people (column "email"), exposures (column "item") or teams (routes,
                              systems, sites, working time); --prune takes away items the file leaves out.
                              Of people it prints what would change first: --leavers teams or house says that who is
                              missing has left, --same and --renamed yes or no answer for all who may be the same
                              person or team, --yes agrees to these, --without-faulty leaves faulty lines out;
                              --role and --zone are those of new people of whom the file says none
  imports                     list past imports of people: who, when, and what came of it
  undo-import ID              put back what an import of people changed and nobody has changed since
  person ADDRESS [--address NEW] [--team TEAM] [--leaves DAY or --back] [--dry-run]
                              change somebody's address, team or last day; what they remember and wish stays theirs
  team rename TEAM NAME, team merge TEAM INTO, team end TEAM, team reopen TEAM [--dry-run]
                              the same for a team: what it depends on, was assigned and remembers goes along
  export FOLDER               write people, teams and exposures as files that import takes back
                              systems, sites, working time) from CSV, XLSX or ODS; --prune takes away items the
                              file leaves out. What the file leaves in doubt is asked, and answered with
                              --encoding NAME, --sheet NAME, --list people, exposures or teams,
                              --decimal comma or point, --date-order [HEADING=]dmy, mdy or ymd,
                              --column HEADING=COLUMN (HEADING= leaves it out), --zeros [HEADING=]kept or dropped,
                              --value COLUMN=TEXT (for every line that has none)
  export FOLDER [--xlsx]      write people, teams and exposures as files that import takes back: CSV for programs,
                              --xlsx for editing in a spreadsheet, which alters what it opens as CSV
  export-piece NAME FOLDER    write a case or module of the house, with its draft, as files of content/
  share export CASE... --tlp green or clear --out FILE
                              write published cases and modules into a signed file for other organisations; what others
                              wrote keeps its label, and what is no longer published is taken back by the file
  share import FILE [--dry-run] [--trust FINGERPRINT --called WHO]
                              take in such a file as drafts, and say what is new and what changed; the key of whoever
                              sent it is compared by telephone once, and trusted with --trust
  share key, share senders, share distrust FINGERPRINT
                              your own fingerprint; whose keys are trusted; trust one no longer
  starter TEAM [FOLDER]       what teams of its sector and roles usually depend on, as exposures.csv and teams.csv
                              to strike lines from and import: printed, or written into FOLDER
  package MODULE --as scorm-1.2, scorm-2004 or cmi5 [--pass PER-CENT] [--language en or ja] [FOLDER]
                              write a module as a file that a learning platform takes, with its own pages
  brief [--quarter 2026-Q4] [--language en or ja] [--html FILE] [--pdf FILE]
                              the board brief: printed, or written as a page or as PDF of two pages; without
                              --quarter that of the quarter that runs
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
  role [ADDRESS --give ROLE | --take ROLE]
                              who may do what on the desk; give or take one of admin, trainer, editor, executive
  safeguards [export | import FILE.csv [--dry-run]]
                              list what teams keep up because of a case; print it as CSV, or take such a file in
  code [list] [ORGANISATION] [--year YEAR]
                              where each principle of comply or explain stands, and what is flagged
  code export ORGANISATION [--year YEAR]
                              the same with the words, as CSV; no person is named
  sign-out ADDRESS            sign a trainer out of the desk everywhere; links in that mailbox open nothing any more
  new-secret                  print one for SECRET; docs/running.md says how to change it
  erase ADDRESS               erase whoever has an address from all that lies in the data folder, for good, and print
                              the certificate: people, trainers, addresses in letters
  export-person ADDRESS       print everything that is kept about whoever has an address, as JSON
  retention [--dry-run]       cut what has been kept for its time, as each day does by itself; --dry-run shows what
                              would go now and within a month, and cuts nothing

Settings come from the environment; .env.example lists them.`;
