# Builds the one binary with the explorer in it; nothing else is in the image.
FROM node:20-bookworm-slim AS web
WORKDIR /src
COPY schema.graphqls ./
COPY web web
RUN cd web && npm ci --no-audit --no-fund && npm run build

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=web /src/web/dist web/dist
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /recital ./cmd/recital && mkdir -p /data/cache

FROM scratch
COPY --from=build /recital /recital
COPY --from=build --chown=65532:65532 /data /data
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
USER 65532:65532
ENV XDG_DATA_HOME=/data XDG_CACHE_HOME=/data/cache TMPDIR=/data RECITAL_ADDR=0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["/recital"]
CMD ["serve"]
