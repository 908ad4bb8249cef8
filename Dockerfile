# Parley in a container.
#
#   docker build -t parley .
#   docker run --read-only --cap-drop ALL --env-file .env -e HOST=0.0.0.0 -v parley-data:/app/data parley

FROM node:24-slim AS build
WORKDIR /app
# Before the code, so that an edit of the code does not reinstall the packages.
COPY package.json package-lock.json .npmrc ./
# Without scripts: our postinstall needs the code, and is run below.
RUN npm ci --omit=dev --ignore-scripts
COPY commands commands
COPY knowledge knowledge
COPY languages languages
COPY src src
RUN node src/prepare.ts

FROM node:24-slim
# HOST: nobody outside reaches a container's loopback. `docker run` decides which ports are published.
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
# Everything belongs to root and is read-only, except data/: the cache, and the SQLite file if one is used.
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
# A process whose first shard is n listens on PORT + n.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const { PORT, SHARD_IDS } = process.env; fetch(`http://127.0.0.1:${Number(PORT || 3000) + Number.parseInt(SHARD_IDS || 0)}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would intercept SIGTERM. The flag stops V8 from reserving 60 MiB for new objects, which are never
# that many.
CMD ["node", "--max-semi-space-size=8", "src/start.js"]
