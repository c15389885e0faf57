# The program on one machine: docker build -t dateline . && docker run --rm -v "$PWD:/data" dateline extract /data/articles -o /data/tables
FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json tsconfig.json LICENSE ./
COPY src src
COPY web web
COPY lexicons lexicons
COPY models models
COPY gazetteer gazetteer
COPY schemas schemas
COPY demo demo
COPY gold/guidelines gold/guidelines
COPY output/README.md output/README.md
RUN npm ci --ignore-scripts && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /opt/dateline
COPY --from=build /build /opt/dateline
USER 1000
ENTRYPOINT ["node", "/opt/dateline/dist/cli/main.js"]
CMD ["--help"]
