#include "conversationparts.h"

using namespace Qt::StringLiterals;

const ConversationParts &partsInPython()
{
    static const ConversationParts parts{
        .head = uR"(#!/usr/bin/env python3
"""The @ROLE@'s side of a TCP conversation, once more.

Recorded: @CLIENT@ was connected to @SERVER@; this side
sent @SENT@ bytes and received @RECEIVED@.
Run: python3 FILE [HOST [PORT]]
"""
import select
import socket
import sys

HOST = sys.argv[1] if len(sys.argv) > 1 else "@HOST@"
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else @PORT@
PATIENCE = 60  # seconds in which nothing moves

sent = 0
arrived = bytearray()  # what came and was not compared yet
ended = ""  # how the other side ended: FIN or RST
)"_s,
        .wait = uR"(

def wait(to_send=False):
    """Until something can be read, or sent. What can be read is read: both sides may send at once."""
    global ended
    readers = [] if ended else [sock]
    readable, writable, _ = select.select(readers, [sock] if to_send else [], [], PATIENCE)
    if not readable and not writable:
        sys.exit(f"Nothing moved for {PATIENCE} s.")
    if readable:
        try:
            data = sock.recv(65536)
            arrived.extend(data)
            ended = "" if data else "FIN"
        except BlockingIOError:
            pass
        except ConnectionResetError:
            ended = "RST"
    return bool(writable)
)"_s,
        .send = uR"(

def send(data):
    global sent
    data = memoryview(data)
    while data:
        if not wait(to_send=True):
            continue
        try:
            count = sock.send(data)
        except BlockingIOError:
            continue
        except OSError as error:
            sys.exit(f"Not sent after {sent} bytes: {error}")
        data = data[count:]
        sent += count
)"_s,
        .receive = uR"(

received = 0


def receive(expected):
    """Waits until as much came as is expected, and compares."""
    global received
    while len(arrived) < len(expected) and not ended:
        wait()
    got = bytes(arrived[:len(expected)])
    del arrived[:len(expected)]
    for a, b in zip(got, expected):
        if a != b:
            sys.exit(f"Different: byte {received} is {a:#04x}, it was {b:#04x}.")
        received += 1
    if len(got) < len(expected):
        sys.exit(f"The other side ended ({ended}) after {received} bytes.")
)"_s,
        .end = uR"(

def expect_end(how):
    """Waits for the other side's end."""
    while not ended and not arrived:
        wait()
    if arrived:
        sys.exit("More came than was recorded.")
    if ended != how:
        sys.exit(f"The other side ended with {ended}, it was {how}.")
)"_s,
        .reset = uR"(

def reset_on_close():
    """A lingering of 0 s: closing sends RST."""
    import struct
    form = "hh" if sys.platform == "win32" else "ii"
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(form, 1, 0))
)"_s,
        .connect = uR"(

family, kind, protocol, _, address = socket.getaddrinfo(HOST, PORT, type=socket.SOCK_STREAM)[0]
sock = socket.socket(family, kind, protocol)
try:
    sock.connect(address)
except OSError as error:
    sys.exit(f"Not connected to {HOST}, port {PORT}: {error.strerror}.")
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
sock.setblocking(False)

)"_s,
        .accept = uR"(

family, kind, protocol, _, address = socket.getaddrinfo(HOST, PORT, type=socket.SOCK_STREAM)[0]
listener = socket.socket(family, kind, protocol)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
try:
    listener.bind(address)
    listener.listen(1)
except OSError as error:
    sys.exit(f"Not listening on {HOST}, port {PORT}: {error.strerror}.")
print("listening on port", listener.getsockname()[1], flush=True)
sock, peer = listener.accept()
listener.close()
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
sock.setblocking(False)

)"_s,
        .tail = uR"(
print("As recorded: @SENT@ bytes sent, @RECEIVED@ received.")
)"_s,
        .stillOpen = u"# The record ends here; the connection was still open.\nsock.close()\n"_s,
        .callSend = u"send(@)\n"_s,
        .callReceive = u"receive(@)\n"_s,
        .callFinish = u"sock.shutdown(socket.SHUT_WR)\n"_s,
        .callPeerFin = u"expect_end(\"FIN\")\n"_s,
        .callPeerRst = u"expect_end(\"RST\")\n"_s,
        .callReset = u"reset_on_close()\n"_s,
        .callClose = u"sock.close()\n"_s,
    };
    return parts;
}
