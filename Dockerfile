# relscope in a small image, for CI services whose jobs run in one. The tarball is made by scripts/package:
#
#   docker build --build-arg VERSION=0.1.0 --build-context release=.build/package --tag relscope:0.1.0 .
FROM debian:bookworm-slim
ARG VERSION
ARG TARGETARCH
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git libcsv3 libcurl4 libexpat1 libssl3 libyaml-0-2 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --create-home --uid 1000 relscope
RUN --mount=type=bind,from=release,target=/release \
  case "${TARGETARCH:-amd64}" in amd64) machine=x86_64 ;; arm64) machine=aarch64 ;; *) exit 1 ;; esac \
  && cd /release && grep " relscope-$VERSION-linux-$machine.tar.gz\$" SHA256SUMS | sha256sum --check --strict \
  && tar -xzf "relscope-$VERSION-linux-$machine.tar.gz" --strip-components=1 --no-same-owner -C /usr/local \
  && relscope --version
# A job's clone belongs to another user than the one that runs in it.
RUN git config --system --add safe.directory '*'
USER relscope
WORKDIR /work
ENTRYPOINT []
CMD ["relscope", "--help"]
