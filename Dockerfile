# The program, which has its packages inside; the image brings the same version of Node as npm does elsewhere.
FROM node:26-bookworm-slim AS build
WORKDIR /koinon
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY src src
COPY scripts scripts
RUN node scripts/build.ts

FROM node:26-bookworm-slim
WORKDIR /koinon
COPY --from=build /koinon/dist dist
# The library that reads pictures is in C++, and what it asks for at run time; all other packages are inside the program.
COPY --from=build /koinon/node_modules/sharp node_modules/sharp
COPY --from=build /koinon/node_modules/@img node_modules/@img
COPY --from=build /koinon/node_modules/detect-libc node_modules/detect-libc
COPY --from=build /koinon/node_modules/semver node_modules/semver
COPY package.json LICENSE ./
RUN mkdir /data && chown node: /data
USER node
VOLUME /data
EXPOSE 3000
ENV NODE_ENV=production KOINON_DATA=/data KOINON_HOST=0.0.0.0 PORT=3000
# "docker run … koinon backup /data/today" runs any other command of the command line.
ENTRYPOINT ["node", "--enable-source-maps", "dist/main.js"]
CMD ["start"]
