# The demo in a container: Debian 12 with PostgreSQL 15, pg_cron and LANGUAGE plv8, installed when the image is built.
#   docker build --tag lead-hunter .  &&  docker run --interactive --tty lead-hunter
FROM node:20-bookworm
WORKDIR /lead-hunter
COPY package.json package-lock.json ./
COPY dev ./dev
RUN npm ci --include=dev --include=optional --no-audit --no-fund && npm run setup
COPY . .
CMD ["bash", "-c", "npm start -- --plv8 && exec npm run db:psql"]
