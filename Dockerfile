# syntax=docker/dockerfile:1
# One static binary and nothing else: no shell, no libraries, no fonts of a system.
#
#   docker build -t jianli .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" jianli resume.md

FROM rust:1.89-alpine3.22 AS build
# What the linker and two libraries in C want of the C library; on Alpine, Rust links it statically.
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
RUN cargo build --release --locked --bin jianli

FROM scratch
LABEL org.opencontainers.image.title="jianli" \
      org.opencontainers.image.description="A résumé compiler: one Markdown file in, a print-ready PDF out" \
      org.opencontainers.image.licenses="(MIT OR Apache-2.0) AND Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause AND CC0-1.0 AND ISC AND MIT AND OFL-1.1 AND Unicode-3.0 AND Zlib"
COPY --from=build /src/target/release/jianli /jianli
COPY LICENSE-MIT LICENSE-APACHE THIRD-PARTY /licenses/
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/jianli"]
CMD ["--help"]
