"""A time-stamping authority for tests, which the command `openssl ts` plays in a folder."""
import pathlib
import shutil
import subprocess

CONFIGURATION = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
[stamps]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_alg = sha256
"""


def is_there():
    return shutil.which("openssl") is not None


class TimeAuthority:
    """Its certificate is tsa.pem, the one above it root.pem."""

    def __init__(self, folder, name, rsa=False):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(exist_ok=True)
        (self.folder / "openssl.cnf").write_text(CONFIGURATION, encoding="ascii")
        (self.folder / "serial").write_text("01\n", encoding="ascii")
        kind = "rsa:2048" if rsa else "ec -pkeyopt ec_paramgen_curve:P-256"
        key = f"openssl req -config openssl.cnf -newkey {kind} -nodes "
        self._run(key + "-x509 -extensions root -days 3650 -subj /CN=Root -keyout root.key -out root.pem")
        self._run(key + f"-subj /CN={name} -keyout tsa.key -out tsa.csr")
        self._run("openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 "
                  "-extfile openssl.cnf -extensions stamps -out tsa.pem")
        self.certificate, self.root = self.folder / "tsa.pem", self.folder / "root.pem"

    def _run(self, command):
        subprocess.run(command.split(), check=True, capture_output=True, cwd=self.folder)

    def stamp(self, sinetti, *asking):
        """Has `sinetti timestamp ASKING` stamped; `sinetti` runs the program."""
        request, answer = self.folder / "request.tsq", self.folder / "answer.tsr"
        sinetti("timestamp", *asking, "-o", request)
        self._run("openssl ts -reply -config openssl.cnf -queryfile request.tsq -out answer.tsr")
        sinetti("timestamp", "attach", answer, "--request", request, "--authority", self.root)
