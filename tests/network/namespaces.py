"""Two network namespaces, gone at the end. Run by itself it says whether this machine lets us make what the tests need."""

import contextlib
import fcntl
import os
import struct
import subprocess

TUN = "/dev/net/tun"
TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000


def ip(*words):
    subprocess.run(["ip", *words], check=True)


@contextlib.contextmanager
def two():
    """The names of two namespaces, each with its own loopback and nothing else."""
    names = [f"pocketchart-{os.getpid()}-{side}" for side in "ab"]
    made = []
    try:
        for name in names:
            ip("netns", "add", name)
            made.append(name)
            ip("-n", name, "link", "set", "lo", "up")
        yield names
    finally:
        for name in made:
            ip("netns", "del", name)


def give_address(namespace, device, address):
    """Names a device's address, and lets it speak."""
    ip("-n", namespace, "address", "add", f"{address}/24", "dev", device)
    ip("-n", namespace, "link", "set", device, "up")


def wire(a, b):
    """Joins two namespaces by a veth pair; the two devices' names."""
    ends = [f"pc{os.getpid()}{side}" for side in "ab"]
    ip("link", "add", ends[0], "netns", a, "type", "veth", "peer", "name", ends[1], "netns", b)
    return ends


def tap(namespace, device):
    """A device in a namespace whose frames are read from and written to the file that is returned."""
    file = os.open(TUN, os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(file, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TAP | IFF_NO_PI))
    ip("link", "set", device, "netns", namespace)
    return file


if __name__ == "__main__":
    with two() as (a, b):
        wire(a, b)
        os.close(tap(a, f"pc{os.getpid()}t"))
