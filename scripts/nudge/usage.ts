export const usage = `npm run nudge -- COMMAND

  run                         plan and send, minute by minute, without the site
  plan [--now ISO] [--dry-run] [--json]
                              plan the teams whose morning has come;
                              with --dry-run, show what each team would get next and save nothing
  send                        send what is due, once
  preview LESSON --to PERSON  print the mail PERSON (an address) would get on LESSON (--kind case or recall)
  import FILE.csv [--dry-run] take in people (column "email") or exposures (column "input")
  doctor                      look at settings, store, library and mail, and say what is wrong
  backup FILE                 copy the store while it is in use
  restore FILE                put a backup in place of the store; stop Nodomoto first
  erase EMAIL                 remove a person and everything about them

Settings come from the environment; .env.example lists them.`;
