# Accord in a container: see docs/how-to/install.md, "In a container".
FROM python:3.12-slim

WORKDIR /opt/accord
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY src src
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

RUN useradd --create-home --uid 10001 accord && install -d -o accord -m 700 /var/lib/accord
USER accord
WORKDIR /var/lib/accord
VOLUME /var/lib/accord
ENV ACCORD_DATA=/var/lib/accord ACCORD_ADDRESS=0.0.0.0
EXPOSE 8000
CMD ["accord", "serve"]
