# Built for one address: pages and mails name it, and a start with another would have to build anew.
#   docker build --build-arg SITE_URL=https://learn.firm.example -t nodomoto .

FROM node:26-bookworm-slim AS build
# The browser prints the sheets.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends chromium \
 && rm -rf /var/lib/apt/lists/*
ENV CHROME_PATH=/usr/bin/chromium
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ARG SITE_URL
RUN test -n "$SITE_URL" || { echo 'Give --build-arg SITE_URL=https://…'; exit 1; }
RUN npm run build
# What only the build needs goes. npm writes the lock file anew then, which the pages are held against.
RUN npm prune --omit=dev && rm -rf .nodomoto .astro
COPY package-lock.json ./

FROM debian:bookworm-slim
# Not installed here: what a build was made with is part of what it was made from, and this says that it is the same.
ENV CHROME_PATH=/usr/bin/chromium
ENV HOST=0.0.0.0 PORT=4321 DATA_DIR=/data
# Node links to it, and a bare Debian has none.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libatomic1 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin nodomoto \
 && install --directory --owner nodomoto --mode 0700 /data
# Node is among it, in the version that the lock file names.
COPY --from=build /app /app
WORKDIR /app
ARG SITE_URL
ENV SITE_URL=$SITE_URL
# A start that finds the pages built from something else would build, on a disk that it cannot write to.
RUN ["node_modules/.bin/node", "-e", "Promise.all([import('/app/scripts/build.ts'), import('/app/scripts/read-environment.ts')]).then(([{ isBuilt }, { canonicalUrlOfRun }]) => process.exit(isBuilt(canonicalUrlOfRun()) ? 0 : 1))"]
USER nodomoto
VOLUME /data
EXPOSE 4321
# Alive, not ready: a relay that is down is no reason to start anew.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:4321/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm between, so that SIGTERM reaches Node.
CMD ["node_modules/.bin/node", "scripts/start.ts"]
