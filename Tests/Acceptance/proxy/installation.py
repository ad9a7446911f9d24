"""plumblined behind a reverse proxy, with the files of deploy/ in which only names and places of the machine are
replaced.
"""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path += [str(ROOT / "Tests"), str(ROOT / "Tests/Acceptance")]
import own_daemon
from demo_answers import demo_answers

NAME = "intake.example.org"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Installation:
    """A daemon on a Unix socket, a proxy before it with a certificate of its own, and a client that knows the name."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.chmod(0o777)
        self.http, self.https = free_port(), free_port()
        self.origin = f"https://{NAME}:{self.https}"
        self.daemon_log = self.folder / "plumblined.log"
        self.daemon = self.proxy = None
        (self.folder / ".curlrc").write_text(
            f'insecure\nresolve = "{NAME}:{self.https}:127.0.0.1"\nresolve = "{NAME}:{self.http}:127.0.0.1"\n'
        )
        words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -keyout privkey.pem"
        subprocess.run(
            ["openssl", *words.split(), "-out", "fullchain.pem", "-subj", f"/CN={NAME}"],
            cwd=self.folder,
            check=True,
            stderr=subprocess.DEVNULL,
        )

    def start(self):
        self.start_daemon()
        self.proxy = self.start_proxy()
        deadline = time.monotonic() + 15
        while socket.socket().connect_ex(("127.0.0.1", self.https)) != 0:
            assert time.monotonic() < deadline, f"{self.kind} does not start: {self.logged()}"
            time.sleep(0.05)

    def start_daemon(self):
        environment = own_daemon.environment(
            PLUMBLINE_LISTEN=f"unix:{self.folder}/plumblined.sock",
            PLUMBLINE_PUBLIC_URL=self.origin,
            PLUMBLINE_TRUSTED_PROXIES="unix",
        )
        self.daemon = subprocess.Popen(
            own_daemon.command(), env=environment, cwd=self.folder, stdout=self.daemon_log.open("ab")
        )

    def stop_daemon(self):
        self.daemon.terminate()
        self.daemon.wait(20)

    def stop(self):
        if self.proxy is not None:
            self.proxy.terminate()
            self.proxy.wait(20)
        self.stop_daemon()

    def replaced(self, name, **places):
        """The text of a file of deploy/ with these parts replaced."""
        text = (ROOT / "deploy" / name).read_text()
        for here, there in places.items():
            assert here in text, f"{here} is not in deploy/{name}"
            text = text.replace(here, there)
        return text

    def logged(self):
        """Everything that the daemon and the proxy have written so far."""
        return "\n".join(log.read_text(errors="replace") for log in self.folder.glob("*.log"))

    def curl(self, *arguments):
        """Status and body; the headers are in the body of `--head`."""
        body = self.folder / "body"
        done = subprocess.run(
            ["curl", "-sS", "-o", body, "-w", "%{http_code}", *arguments],
            env=os.environ | {"CURL_HOME": str(self.folder)},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return int(done.stdout), body.read_text() if body.exists() else ""

    def invite(self):
        """The path of a new link, which a therapist of the scratch instance makes."""
        environment = os.environ | {"PGSERVICE": "mira"}
        program = pathlib.Path(os.environ["PLUMBLINE_BIN"]) / "plumbline"
        name = f"Proxy Client {os.getpid()} {time.monotonic_ns()}"
        subprocess.run([program, "client", "add", name, "-q"], env=environment, check=True, stdout=subprocess.DEVNULL)
        link = subprocess.run(
            [program, "invite", "link", name, "-q"], env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        return link[link.index("/i/") :].split()[0]

    def fill_form(self, path):
        """Sends the demo's answers page by page to this link with deploy/demo/fill-form; returns the finished run."""
        answers = self.folder / "answers.txt"
        answers.write_text("".join(f"{name}={value}\n" for name, value in demo_answers()))
        return subprocess.run(
            [ROOT / "deploy/demo/fill-form", self.origin + path, answers],
            env=os.environ | {"CURL_HOME": str(self.folder)},
            capture_output=True,
            text=True,
        )


class Nginx(Installation):
    kind = "nginx"

    def start_proxy(self):
        site = self.replaced(
            "nginx.conf",
            **{
                "unix:/run/plumblined.sock": f"unix:{self.folder}/plumblined.sock",
                f"/etc/letsencrypt/live/{NAME}": str(self.folder),
                "/var/log/nginx": str(self.folder),
                "listen 80;": f"listen 127.0.0.1:{self.http};",
                "listen 443 ": f"listen 127.0.0.1:{self.https} ",
            },
        )
        (self.folder / "site.conf").write_text(re.sub(r"\n  listen \[::\].*", "", site))
        user = "user postgres;" if os.geteuid() == 0 else ""
        # As in Debian's nginx.conf, the logs for whatever a site does not log itself; Debian's folders belong to root.
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        folders = " ".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in kinds)
        (self.folder / "nginx.conf").write_text(
            f"{user} daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/nginx-error.log; events {{}} "
            f"http {{ {folders} access_log {self.folder}/nginx-access.log; include {self.folder}/site.conf; }}"
        )
        # An ordinary user's PATH has no /usr/sbin, where Debian puts nginx.
        nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        command = [nginx, "-p", f"{self.folder}/", "-c", self.folder / "nginx.conf"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)


class Caddy(Installation):
    kind = "Caddy"

    def start_proxy(self):
        site = self.replaced(
            "Caddyfile",
            **{
                "unix//run/plumblined.sock": f"unix/{self.folder}/plumblined.sock",
                "/var/log/caddy": str(self.folder),
                f"\n{NAME} {{": f"\n{NAME} {{\n\ttls {self.folder}/fullchain.pem {self.folder}/privkey.pem",
            },
        )
        ports = f"{{\n\tadmin off\n\thttp_port {self.http}\n\thttps_port {self.https}"
        (self.folder / "Caddyfile").write_text(re.sub(r"^\{", lambda _: ports, site, count=1, flags=re.M))
        home = {"HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        # Caddy's standard error stands for the journal.
        return subprocess.Popen(
            ["caddy", "run", "--config", self.folder / "Caddyfile"],
            env=os.environ | home,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "journal.log").open("wb"),
        )
