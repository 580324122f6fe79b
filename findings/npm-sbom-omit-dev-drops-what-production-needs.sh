#!/usr/bin/env bash
# npm 11.19 lists with `npm sbom --omit=dev` no package that production needs if a tool of development needs it too: it asks for what has
# no development edge, rather than for what only development has. `npm ls --omit=dev` and `npm ci --omit=dev` keep it, so it is installed
# and runs in production, and the bill of materials does not name it. Seen: with wrappy in dependencies and once (which needs wrappy) in
# devDependencies, the bill has no component; the tree has wrappy.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact wrappy@1.0.2
npm install --silent --no-audit --no-fund --save-exact --save-dev once@1.4.0
bill=$(npm sbom --sbom-format=cyclonedx --omit=dev | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).components.map(({ name }) => name).join(" ")')
tree=$(npm ls --omit=dev --parseable | sed -n 's,.*/node_modules/,,p' | tr '\n' ' ')
echo "seen: in the bill: ${bill:-nothing}; in the tree: $tree"
[ "$bill" = "" ] && [ "$tree" = "wrappy " ] || { echo "changed"; exit 1; }
