"""A link between two devices that loses frames by chance and, when told to, is cut: every connection over it breaks."""

import os
import random
import select
import socket
import struct
import threading
import time

FIN, SYN, RST, ACK = 0x01, 0x02, 0x04, 0x10
ETHERNET, IP, TCP = 14, 20, 20
# After a cut nothing passes for so long.
DOWN = 0.1


class Segment:
    """The TCP segment of a frame, if there is one."""

    def __init__(self, frame):
        self.frame = frame
        header = ETHERNET + IP
        self.source, self.destination = frame[26:30], frame[30:34]
        self.ports = struct.unpack_from(">HH", frame, header)
        self.sequence, self.acknowledged, offset, self.flags = struct.unpack_from(">IIBB", frame, header + 4)
        length = struct.unpack_from(">H", frame, ETHERNET + 2)[0]
        self.bytes = length - IP - (offset >> 4) * 4

    @staticmethod
    def of(frame):
        return Segment(frame) if frame[12:15] == b"\x08\x00\x45" and frame[23] == socket.IPPROTO_TCP else None

    def connection(self):
        return frozenset([(self.source, self.ports[0]), (self.destination, self.ports[1])])

    def sender(self):
        return (self.source, self.ports[0])

    def reset(self):
        """The frame by which the sender of this segment learns that its connection is no more."""
        sequence = self.acknowledged
        acknowledged = (self.sequence + self.bytes + bool(self.flags & (SYN | FIN))) % 2**32
        tcp = struct.pack(">HHIIBBHHH", *self.ports[::-1], sequence, acknowledged, TCP // 4 << 4, RST | ACK, 0, 0, 0)
        pseudo = self.destination + self.source + struct.pack(">HH", socket.IPPROTO_TCP, TCP)
        tcp = tcp[:16] + struct.pack(">H", checksum(pseudo + tcp)) + tcp[18:]
        ip = struct.pack(">BBHHHBBH", 0x45, 0, IP + TCP, 0, 0, 64, socket.IPPROTO_TCP, 0) + self.destination + self.source
        ip = ip[:10] + struct.pack(">H", checksum(ip)) + ip[12:]
        return self.frame[6:12] + self.frame[0:6] + self.frame[12:14] + ip + tcp


def checksum(data):
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Connection:
    """What each side of a connection sent, and how much of it the other side has."""

    def __init__(self):
        self.broken = False
        self.first, self.delivered, self.last = {}, {}, {}

    def see(self, segment):
        here = segment.sender()
        if segment.flags & SYN:
            self.first[here] = (segment.sequence + 1) % 2**32
        self.last[here] = segment
        for there, first in self.first.items():
            if there != here and segment.flags & ACK:
                got = (segment.acknowledged - first) % 2**32
                if got < 2**31:
                    self.delivered[there] = max(self.delivered.get(there, 0), got)


class Link(threading.Thread):
    """Carries frames between two TAP devices' files."""

    def __init__(self, files, seed):
        super().__init__(daemon=True)
        self.files = files
        self.chance = random.Random(seed)
        self.loss, self.every = 0.0, None
        self.begin()
        self.running = True
        self.start()

    def begin(self, loss=0.0, every=None):
        """Counts anew. `loss`: the share of frames that do not arrive. `every`: frames, and
        seconds, between two cuts on the average, whichever pass first."""
        self.connections, self.count, self.lost, self.cuts, self.breaks = {}, 0, 0, 0, 0
        self.down_until = 0
        self.loss, self.every = loss, every
        self.next_cut = self.later() if every else (float("inf"), float("inf"))

    def later(self):
        """After which frame and when the next cut is. Not on the beat: the waits of TCP before it tries again would fall into
        step with it."""
        uneven = self.chance.uniform(0.8, 1.2)
        frames, seconds = self.every
        return self.count + frames * uneven, time.monotonic() + seconds * uneven

    def is_cut_due(self):
        frames, moment = self.next_cut
        return self.count >= frames or time.monotonic() >= moment

    def delivered(self):
        """Bytes that arrived, over all connections, the handshakes included."""
        return sum(sum(it.delivered.values()) for it in list(self.connections.values()))

    def end(self):
        self.running = False
        self.join()

    def run(self):
        while self.running:
            ready, _, _ = select.select(self.files, [], [], 0.02)
            for file in ready:
                self.carry(file, os.read(file, 65535))
            if self.is_cut_due():
                self.cut()

    def carry(self, file, frame):
        other = self.files[1 - self.files.index(file)]
        segment = Segment.of(frame)
        if segment:
            key = segment.connection()
            begins = segment.flags & (SYN | ACK) == SYN
            if key not in self.connections or (begins and self.connections[key].broken):
                self.connections[key] = Connection()
            connection = self.connections[key]
            if connection.broken:
                if not segment.flags & RST and time.monotonic() >= self.down_until:
                    write(file, segment.reset())
                return
            connection.see(segment)
        self.count += 1
        if time.monotonic() < self.down_until or self.chance.random() < self.loss:
            self.lost += 1
        else:
            write(other, frame)

    def cut(self):
        """Forgets all connections, like a router that starts anew, and tells both sides."""
        self.next_cut, self.down_until = self.later(), time.monotonic() + DOWN
        self.cuts += 1
        for connection in self.connections.values():
            ended = any(it.flags & (FIN | RST) for it in connection.last.values())
            if not connection.broken and not ended:
                self.breaks += 1
                # To the side whose address is the smaller one the first file leads.
                for index, (_, segment) in enumerate(sorted(connection.last.items())):
                    if len(connection.last) == 2:
                        write(self.files[index], segment.reset())
            connection.broken = True


def write(file, frame):
    try:
        os.write(file, frame)
    except BlockingIOError:
        pass
