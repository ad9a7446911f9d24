"""A postfix of its own in a folder, which delivers everything into one maildir and sends nothing anywhere."""

import email
import email.policy
import pathlib
import subprocess
import time

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = mail.stillwater.example
mydestination =
virtual_mailbox_domains = example.org, stillwater.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:all/
transport_maps = inline:{{ {{ gone@example.org = error:5.1.1 no such person }} }}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
"""
# Only what takes mail from this machine and puts it into the maildir.
MASTER = """
pickup unix n - n 1 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
"""


class MailSystem:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        # Its daemons run as users of their own.
        self.folder.chmod(0o755)
        for name in ("queue", "data", "mail"):
            (self.folder / name).mkdir()
        subprocess.run(["chown", "postfix", self.folder / "data"], check=True)
        subprocess.run(["chown", "nobody:nogroup", self.folder / "mail"], check=True)
        (self.folder / "main.cf").write_text(MAIN.format(folder=self.folder))
        (self.folder / "master.cf").write_text(MASTER)
        self.seen = set()

    def __enter__(self):
        subprocess.run(["postfix", "-c", self.folder, "start"], check=True, capture_output=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["postfix", "-c", self.folder, "stop"], check=True, capture_output=True)

    @property
    def sendmail(self):
        return f"env -u LD_PRELOAD /usr/sbin/sendmail -C {self.folder}"

    def new(self, count):
        """The mails that came since the last look, when they are so many; none after a while is an error."""
        deadline = time.monotonic() + 20
        while True:
            files = set((self.folder / "mail" / "all" / "new").glob("*")) - self.seen
            if len(files) >= count or time.monotonic() > deadline:
                break
            time.sleep(0.05)
        if count == 0:
            time.sleep(0.5)
            files = set((self.folder / "mail" / "all" / "new").glob("*")) - self.seen
        assert len(files) == count, f"{len(files)} mails instead of {count}"
        self.seen |= files
        return [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in sorted(files)]
