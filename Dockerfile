# The command line and the pages. docs/SERVING.md says how it is run.
FROM python:3.11-slim-bookworm AS build
# The CPU build: the ordinary one brings gigabytes of libraries for graphics cards.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN python -m venv /opt/pcc
ENV PATH=/opt/pcc/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /source
COPY requirements.lock .
RUN pip install --no-deps --index-url "$TORCH_INDEX" "$(grep '^torch==' requirements.lock)" \
 && pip install --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY ingest ingest
COPY index index
COPY assistant assistant
COPY eval eval
COPY ui ui
RUN pip install --no-deps .

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install --yes --no-install-recommends tesseract-ocr \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home pcc \
 && install --directory --owner=pcc /library /vectors
COPY --from=build /opt/pcc /opt/pcc
ENV PATH=/opt/pcc/bin:$PATH PCC_DATA_DIR=/library PYTHONUNBUFFERED=1
USER pcc
WORKDIR /home/pcc
VOLUME /library
EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", \
  "from urllib.request import urlopen; urlopen('http://127.0.0.1:7860/health', timeout=4)"]
ENTRYPOINT ["pcc"]
CMD ["serve", "--host", "0.0.0.0"]
