# No Docker engine was at hand where this was written: no image was built from it and none was run. Its steps were made
# by hand, in an empty folder, with Node 24 and the files that .dockerignore lets through.
#
#   docker build -t parley .
#   docker run --read-only --cap-drop ALL --env-file .env -e HOST=0.0.0.0 -v parley-data:/app/data parley

FROM node:24-slim AS build
WORKDIR /app
# Before the code, so that an edit of it does not install everything anew.
COPY package.json package-lock.json .npmrc ./
# Without scripts, as the one of ours needs the code; it is run below.
RUN npm ci --omit=dev --ignore-scripts
COPY commands commands
COPY knowledge knowledge
COPY languages languages
COPY src src
RUN node src/prepare.ts

FROM node:24-slim
# HOST, as a container's own loopback is reached by nobody; what is published of it is for `docker run` to say.
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
# All of it is root's and stays as it is, except data/: what is made of the knowledge, and the SQLite file where one is used.
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/commands commands
COPY --from=build /app/knowledge knowledge
COPY --from=build /app/languages languages
COPY --from=build /app/src src
COPY --from=build --chown=node:node /app/data data
USER node
VOLUME /app/data
EXPOSE 3000
# A process of further shards listens as many ports up as its first shard's number.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const { PORT, SHARD_IDS } = process.env; fetch(`http://127.0.0.1:${Number(PORT || 3000) + Number.parseInt(SHARD_IDS || 0)}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would stand between the program and SIGTERM. The flag keeps V8 from holding on to 60 MiB for new
# objects, of which there are never so many.
CMD ["node", "--max-semi-space-size=8", "src/start.js"]
