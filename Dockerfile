# The product as one image: HTTP and worker by default, the worker alone with `node dist/src/worker.js`.
FROM node:22-slim AS build
WORKDIR /suppilo
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN node scripts/build.mjs --force

FROM node:22-slim AS dependencies
WORKDIR /suppilo
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /suppilo
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /suppilo/node_modules node_modules
COPY --from=build /suppilo/dist dist
COPY package.json ./
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
