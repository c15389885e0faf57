# The program on one machine: docker build -t dateline . && docker run --rm -v "$PWD:/data" dateline extract /data/articles -o /data/tables
FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json tsconfig.json ./
COPY src src
COPY lexicons lexicons
COPY models models
COPY gazetteer gazetteer
COPY schemas schemas
RUN npm ci --ignore-scripts && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /opt/dateline
COPY --from=build /build /opt/dateline
USER node
ENTRYPOINT ["node", "/opt/dateline/dist/cli/main.js"]
CMD ["--help"]
