<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddressBox</name>
    <message>
        <source>only this machine</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>all interfaces, IPv4</source>
        <translation>所有接口，IPv4</translation>
    </message>
    <message>
        <source>all interfaces, IPv4 and IPv6</source>
        <translation>所有接口，IPv4 和 IPv6</translation>
    </message>
    <message>
        <source>only this machine, IPv6</source>
        <translation>仅本机，IPv6</translation>
    </message>
    <message>
        <source>an address of this machine</source>
        <translation>本机地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The address to listen on. 127.0.0.1 can be reached from this machine only.</source>
        <translation>要监听的地址。127.0.0.1 只能从本机访问。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>ByteCopier</name>
    <message>
        <source>&amp;Copy as hex</source>
        <translation>复制为十六进制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as hex &amp;dump</source>
        <translation>复制为十六进制转储(&amp;D)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as C a&amp;rray</source>
        <translation>复制为 C 数组(&amp;R)</translation>
    </message>
    <message>
        <source>Copy as &amp;Python bytes</source>
        <translation>复制为 Python 字节串(&amp;P)</translation>
    </message>
    <message>
        <source>At most %1 bytes can be copied at once</source>
        <translation>一次最多可复制 %1 字节</translation>
    </message>
</context>
<context>
    <name>ByteInput</name>
    <message>
        <source>A lone backslash: write \\ for a backslash.</source>
        <translation>孤立的反斜杠：反斜杠本身请写成 \\。</translation>
    </message>
    <message>
        <source>Two hex digits, as in \0D; \\ for a backslash.</source>
        <translation>需要两位十六进制数字，如 \0D；反斜杠本身请写成 \\。</translation>
    </message>
    <message>
        <source>No such escape: write \\ for a backslash.</source>
        <translation>没有这个转义：反斜杠本身请写成 \\。</translation>
    </message>
    <message>
        <source>\x takes two hex digits, as in \x0A.</source>
        <translation>\x 后需要两位十六进制数字，如 \x0A。</translation>
    </message>
    <message>
        <source>An octal byte goes up to \377.</source>
        <translation>八进制字节最大为 \377。</translation>
    </message>
    <message>
        <source>\u takes four hex digits, as in \u00E9.</source>
        <translation>\u 后需要四位十六进制数字，如 \u00E9。</translation>
    </message>
    <message>
        <source>\U takes eight hex digits, as in \U0001F600.</source>
        <translation>\U 后需要八位十六进制数字，如 \U0001F600。</translation>
    </message>
    <message>
        <source>The last character is \U0010FFFF.</source>
        <translation>最后一个字符是 \U0010FFFF。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written in this encoding.</source>
        <translation>%1 无法用此编码表示。</translation>
    </message>
    <message>
        <source>Two hex digits must follow %1.</source>
        <translation>%1 后面需要两位十六进制数字。</translation>
    </message>
    <message>
        <source>A digit is missing beside %1: write two for each byte, as in 0%1.</source>
        <translation>%1 旁边少一位数字：每个字节要写两位，例如 0%1。</translation>
    </message>
    <message>
        <source>“%1” is not hex: only the digits 0–9 and A–F are.</source>
        <translation>“%1”不是十六进制：只能用 0–9 和 A–F。</translation>
    </message>
</context>
<context>
    <name>BytePreview</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>6 bytes: 68 65 6C</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing with %1</source>
        <translation>%1：无法发送</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>6 bytes with Lines</comment>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>Differs by target: %1</source>
        <translation>因目标而异：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ByteText</name>
    <message>
        <source>Bytes %1–%2 of %3</source>
        <translation>第 %1–%2 字节，共 %3 字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Previous bytes</source>
        <translation>前面的字节</translation>
    </message>
    <message>
        <source>Next bytes</source>
        <translation>后面的字节</translation>
    </message>
</context>
<context>
    <name>CallMeaning</name>
    <message>
        <source>Asks the system for a new TCP socket. It has no address yet.</source>
        <translation>向系统申请一个新的 TCP 套接字。它还没有地址。</translation>
    </message>
    <message>
        <source>The system gave no socket: this program has too many files and sockets open.</source>
        <translation>系统没有给出套接字：本程序打开的文件和套接字太多了。</translation>
    </message>
    <message>
        <source>Lets the port be bound again at once after the program was restarted.</source>
        <translation>程序重新启动后，可以立即再次绑定这个端口。</translation>
    </message>
    <message>
        <source>Lets one socket serve IPv6 and IPv4 clients.</source>
        <translation>让一个套接字同时服务 IPv6 和 IPv4 客户端。</translation>
    </message>
    <message>
        <source>Gives the socket its address and port. Nobody else can take this port meanwhile.</source>
        <translation>给套接字指定地址和端口。在此期间别人不能占用这个端口。</translation>
    </message>
    <message>
        <source>Clients can connect from now on. The number is how many may wait to be accepted.</source>
        <translation>从现在起客户端可以连接。这个数字是最多可以有多少个连接等待接受。</translation>
    </message>
    <message>
        <source>Takes the next client that waits: a new socket for this one client. The listening socket goes on listening.</source>
        <translation>接受下一个等待的客户端：得到一个只为这个客户端服务的新套接字。监听套接字继续监听。</translation>
    </message>
    <message>
        <source>Small messages are sent at once, not gathered first.</source>
        <translation>小消息立即发送，不先攒在一起。</translation>
    </message>
    <message>
        <source>Looks the name up: which addresses does this host have?</source>
        <translation>查询名称：这个主机有哪些地址？</translation>
    </message>
    <message>
        <source>There is no such host.</source>
        <translation>没有这个主机。</translation>
    </message>
    <message>
        <source>Connects to the server. The system chose the address and port of this end.</source>
        <translation>连接到服务器。本端的地址和端口由系统选定。</translation>
    </message>
    <message>
        <source>No connection came about.</source>
        <translation>连接没有建立。</translation>
    </message>
    <message>
        <source>Takes what has arrived, as much as there is: part of a message, one, or several.</source>
        <translation>取出已经到达的数据，有多少取多少：可能是半条消息、一条或几条。</translation>
    </message>
    <message>
        <source>0 bytes mean the end: the peer sends no more. We still can.</source>
        <translation>0 字节表示结束：对端不再发送。我们仍然可以发送。</translation>
    </message>
    <message>
        <source>The connection is broken.</source>
        <translation>连接已断。</translation>
    </message>
    <message>
        <source>The system took these bytes. They are on their way, not yet at the peer.</source>
        <translation>系统接收了这些字节。它们在路上，还没有到达对端。</translation>
    </message>
    <message>
        <source>Sends our FIN: we send no more, but still receive.</source>
        <translation>发送我们的 FIN：我们不再发送，但仍然接收。</translation>
    </message>
    <message>
        <source>Makes the close that follows send RST instead of FIN.</source>
        <translation>让接下来的关闭发送 RST 而不是 FIN。</translation>
    </message>
    <message>
        <source>Gives the socket back to the system. Its number is not used again.</source>
        <translation>把套接字还给系统。它的编号不会再用。</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>%1, from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>没有及时应答</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>0, the peer&apos;s FIN</source>
        <translation>0，对端的 FIN</translation>
    </message>
</context>
<context>
    <name>CallsPane</name>
    <message>
        <source>Going through what was kept …</source>
        <translation>正在查看保存的内容……</translation>
    </message>
    <message>
        <source>What each action stands for. Qt makes the real calls, but for most recv and send.</source>
        <translation>每个操作所代表的调用。真正的调用由 Qt 完成，大多数 recv 和 send 除外。</translation>
    </message>
    <message>
        <source>Older ones are not listed any more.</source>
        <translation>更早的不再列出。</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ClientDemo</name>
    <message>
        <source>The demonstration did not finish in time.</source>
        <translation>演示未能按时完成。</translation>
    </message>
    <message>
        <source>Hello from client %1, 你好!</source>
        <translation>你好，我是客户端 %1。Hello!</translation>
    </message>
</context>
<context>
    <name>ClientHelp</name>
    <message>
        <source>OnePort Client – help</source>
        <translation>OnePort 客户端 – 帮助</translation>
    </message>
    <message>
        <source>Type the host and the port of a server and press Connect. Each message that you send, and each that arrives, is a row of the transcript: TX → went out, RX ← came in.

In framing “Lines” a line feed ends a message, and is added when you send; in “Raw” nothing is added, and a row is what one read gave.</source>
        <translation>输入服务器的主机和端口，然后点击“连接”。每条发出和收到的消息都是收发记录中的一行：TX → 为发出，RX ← 为收到。

分帧为“按行”时，换行符结束一条消息，发送时自动添加；为“原始”时不添加任何内容，一行就是一次读取到的数据。</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>再打开一个窗口</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
</context>
<context>
    <name>ClientInspection</name>
    <message>
        <source>Connect to see what the socket wraps: its two ends, its protocol, its buffers, its state and its operations.</source>
        <translation>连接后可查看套接字所封装的内容：两个端点、协议、缓冲区、状态和操作。</translation>
    </message>
</context>
<context>
    <name>ClientInterpretation</name>
    <message>
        <source>What characters the bytes are (View, Encoding)</source>
        <translation>字节如何解读为字符（“视图”菜单的“编码”）</translation>
    </message>
    <message>
        <source>How the stream of bytes is divided into messages (View, Framing)</source>
        <translation>如何把字节流分成消息（“视图”菜单的“分帧”）</translation>
    </message>
</context>
<context>
    <name>ClientMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Framing</source>
        <translation>分帧(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Lines: a line feed ends a message</source>
        <translation>按行：换行符结束一条消息(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Raw: what one read gave</source>
        <translation>原始：一次读取到的数据(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开(&amp;D)</translation>
    </message>
    <message>
        <source>Shut down &amp;writing</source>
        <translation>关闭写端(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About OnePort Client</source>
        <translation>关于 OnePort 客户端(&amp;A)</translation>
    </message>
    <message>
        <source>Send &amp;file…</source>
        <translation>发送文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Lines (&amp;CR LF): only both together end a message</source>
        <translation>按行（CR LF）：只有两者连在一起才结束消息(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;NUL: a zero byte ends a message</source>
        <translation>NUL：零字节结束一条消息(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Other: %1…</source>
        <translation>其他：%1(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>其他(&amp;O)…</translation>
    </message>
    <message>
        <source>Sends FIN after what is queued: we send no more, and still receive.</source>
        <translation>发完排队的内容后发送 FIN：我方不再发送，但仍可接收。</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>停止读取(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing more is read. The buffers fill up, then TCP lets the server wait. Nothing is lost.</source>
        <translation>不再读取。缓冲区逐渐填满，之后 TCP 让服务器等待。不会丢失任何数据。</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>重置(&amp;T)</translation>
    </message>
    <message>
        <source>Closes with RST, at once. What is queued, and what the server has not read yet, is lost.</source>
        <translation>立即用 RST 关闭。排队待发的和服务器尚未读取的内容都会丢失。</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>工作原理(&amp;H)</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>继续读取(&amp;O)</translation>
    </message>
    <message>
        <source>Reads what has waited, and goes on.</source>
        <translation>读取等待中的数据，然后继续。</translation>
    </message>
</context>
<context>
    <name>ClientProblem</name>
    <message>
        <source>%1: there is no such host. Check the spelling, or type its IP address.</source>
        <translation>%1：没有这个主机。请检查拼写，或输入其 IP 地址。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: no network leads there. Check the address and the network connection.</source>
        <translation>无法到达 %1：没有通往该地址的网络。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>Can&apos;t connect to %1: the system has no sockets left. Close some connections and try again.</source>
        <translation>无法连接 %1：系统已没有可用的套接字。请关闭一些连接后重试。</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2. Check the network, then connect again.</source>
        <translation>与 %1 的连接失败：%2。请检查网络，然后重新连接。</translation>
    </message>
    <message>
        <source>Disconnected from %1.</source>
        <translation>已断开与 %1 的连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection. Connect again when the server is ready.</source>
        <translation>%1 关闭了连接。请在服务器就绪后重新连接。</translation>
    </message>
    <message>
        <source>%1 reset the connection: the program there ended, or refused what was sent. Connect again when the server is ready.</source>
        <translation>%1 重置了连接（RST）：对端程序已结束，或拒绝了发送的内容。请在服务器就绪后重新连接。</translation>
    </message>
    <message>
        <source>%1 refused: nobody listens there. Start the server, or check the port.</source>
        <translation>%1 拒绝了连接：那里没有程序在监听。请启动服务器，或检查端口。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the address, and whether a firewall is in between.</source>
        <translation>%1 超时未应答。请检查地址，以及中间是否有防火墙。</translation>
    </message>
    <message>
        <source>%1 did not take what was sent; the connection was closed. Send more slowly.</source>
        <translation>%1 没有取走发送的数据，连接已关闭。请放慢发送。</translation>
    </message>
    <message>
        <source>What %1 sent breaks the framing; the connection was closed. %2</source>
        <translation>%1 发来的内容不符合分帧方式，连接已关闭。%2</translation>
    </message>
    <message>
        <source>Not sent: there is no connection. Connect first, then send.</source>
        <translation>未发送：没有连接。请先连接，再发送。</translation>
    </message>
    <message>
        <source>Can&apos;t connect to %1: the system has no threads left for this program. Close other programs, then start it again.</source>
        <translation>无法连接到 %1：系统没有可供本程序使用的线程了。请关闭其他程序，然后重新启动本程序。</translation>
    </message>
</context>
<context>
    <name>ClientSending</name>
    <message>
        <source>Waiting to be sent …</source>
        <translation>排队等待发送…</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>已发送。</translation>
    </message>
    <message>
        <source>Not sent: there is no connection.</source>
        <translation>未发送：没有连接。</translation>
    </message>
    <message>
        <source>Not sent: %1.</source>
        <translation>未发送：%1。</translation>
    </message>
</context>
<context>
    <name>ClientWindow</name>
    <message>
        <source>OnePort Client</source>
        <translation>OnePort 客户端</translation>
    </message>
    <message>
        <source>Writing is shut down: nothing more can be sent over this connection.</source>
        <translation>写端已关闭：此连接不能再发送数据。</translation>
    </message>
    <message>
        <source>Connect first, then send.</source>
        <translation>请先连接，再发送。</translation>
    </message>
    <message>
        <source>%1 (%2) – %3</source>
        <translation>%1（%2）– %3</translation>
    </message>
    <message>
        <source>RX %1 · TX %2</source>
        <translation>RX %1 · TX %2</translation>
    </message>
    <message>
        <source>Nothing was sent or received yet.
Type host and port, press Connect, then write a message.</source>
        <translation>尚无收发记录。
输入主机和端口，点击“连接”，然后写消息。</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>输入消息</translation>
    </message>
    <message>
        <source>Bytes received and sent over this connection</source>
        <translation>此连接接收和发送的字节数</translation>
    </message>
    <message>
        <source>%1 (from :%2) – %3</source>
        <translation>%1（本端 :%2）– %3</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Close the server?</source>
        <translation>关闭服务器？</translation>
    </message>
    <message>
        <source>Clients are connected: %1. Closing the server closes their connections.</source>
        <translation>已连接的客户端：%1。关闭服务器会关闭这些连接。</translation>
    </message>
    <message>
        <source>Close server</source>
        <translation>关闭服务器</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Don&apos;t ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Close the service?</source>
        <translation>关闭该服务？</translation>
    </message>
    <message>
        <source>Clients of this service are connected: %1. Closing it closes their connections; the other services go on.</source>
        <translation>该服务有客户端连接：%1 个。关闭服务会断开它们的连接；其他服务继续运行。</translation>
    </message>
    <message>
        <source>Close service</source>
        <translation>关闭服务</translation>
    </message>
</context>
<context>
    <name>CloseReason</name>
    <message>
        <source>the peer closed</source>
        <translation>对端关闭</translation>
    </message>
    <message>
        <source>closed by us</source>
        <translation>本端关闭</translation>
    </message>
    <message>
        <source>the peer reset the connection</source>
        <translation>对端重置（RST）</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时未应答</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>turned away: the limit of clients is reached</source>
        <translation>未予接纳：客户端数已达上限</translation>
    </message>
    <message>
        <source>too slow: it did not take what was queued</source>
        <translation>过慢：未取走排队的数据</translation>
    </message>
    <message>
        <source>the bytes break the framing</source>
        <translation>数据不符合分帧</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>reset by us (RST)</source>
        <translation>被我方重置（RST）</translation>
    </message>
    <message>
        <source>turned away: the limit of clients from one address is reached</source>
        <translation>已拒绝：同一地址的客户端数已达上限</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>A message longer than this comes in marked pieces (default 1048576).</source>
        <translation>超过此长度的消息分段给出并加标记（默认 1048576）。</translation>
    </message>
    <message>
        <source>BYTES</source>
        <translation>BYTES</translation>
    </message>
    <message>
        <source>A connection for which more than this waits is closed as too slow (default 16777216).</source>
        <translation>排队数据超过此值的连接因过慢而关闭（默认 16777216）。</translation>
    </message>
    <message>
        <source>No window: standard input is sent, what arrives is printed.</source>
        <translation>不显示窗口：发送标准输入，打印收到的内容。</translation>
    </message>
    <message>
        <source>With --headless: one JSON object per line, out and in.</source>
        <translation>与 --headless 同用：输出和输入均为每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The language to speak: en or zh_CN (default: the system&apos;s).</source>
        <translation>界面语言：en 或 zh_CN（默认：跟随系统）。</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CODE</translation>
    </message>
    <message>
        <source>Show the windows at work, write pictures of them to this folder, and end.</source>
        <translation>演示窗口的工作情况，把截图写入此文件夹，然后退出。</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>打印本帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>打印版本。</translation>
    </message>
    <message>
        <source>--json goes with --headless.</source>
        <translation>--json 须与 --headless 同用。</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 须为 %2 到 %3 的整数，不能是“%4”。</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;. There are: %2.</source>
        <translation>没有语言“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>There is no display to show a window on. Use --headless, or set DISPLAY.</source>
        <translation>没有可显示窗口的显示器。请使用 --headless，或设置 DISPLAY。</translation>
    </message>
    <message>
        <source>Standard output can&apos;t be written any more; ending.</source>
        <translation>标准输出已无法写入；即将退出。</translation>
    </message>
    <message>
        <source>Listens on one port and shows every socket that connections to it make.</source>
        <translation>监听一个端口，并显示连接产生的每个套接字。</translation>
    </message>
    <message>
        <source>[ADDRESS:]PORT</source>
        <translation>[ADDRESS:]PORT</translation>
    </message>
    <message>
        <source>What to do with a message: show it, echo it to its sender, or relay it to every other client.</source>
        <translation>如何处理消息：show 仅显示，echo 回显给发送者，relay 转发给其他所有客户端。</translation>
    </message>
    <message>
        <source>show|echo|relay</source>
        <translation>show|echo|relay</translation>
    </message>
    <message>
        <source>Turn clients away while this many are connected.</source>
        <translation>已连接的客户端达到此数时，不再接纳新客户端。</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Stay open for sending after a client has finished.</source>
        <translation>客户端结束发送后保持打开，仍可向其发送。</translation>
    </message>
    <message>
        <source>--listen takes [ADDRESS:]PORT, as in 8080, 0.0.0.0:8080 or [::1]:8080, not &quot;%1&quot;.</source>
        <translation>--listen 须为 [ADDRESS:]PORT，例如 8080、0.0.0.0:8080 或 [::1]:8080，不能是“%1”。</translation>
    </message>
    <message>
        <source>There is no mode &quot;%1&quot;. There are: show, echo, relay.</source>
        <translation>没有模式“%1”。可用：show、echo、relay。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood. To listen, use --listen [ADDRESS:]PORT.</source>
        <translation>无法识别“%1”。要监听，请用 --listen [ADDRESS:]PORT。</translation>
    </message>
    <message>
        <source>--headless needs --listen [ADDRESS:]PORT.</source>
        <translation>--headless 需要 --listen [ADDRESS:]PORT。</translation>
    </message>
    <message>
        <source>Connects to a TCP server, sends text and shows what arrives.</source>
        <translation>连接 TCP 服务器，发送文本并显示收到的内容。</translation>
    </message>
    <message>
        <source>The server&apos;s name or address.</source>
        <translation>服务器的名称或地址。</translation>
    </message>
    <message>
        <source>Its port, 1 to 65535.</source>
        <translation>服务器的端口，1 到 65535。</translation>
    </message>
    <message>
        <source>Open this many windows, each a client of its own.</source>
        <translation>打开这么多个窗口，每个都是独立的客户端。</translation>
    </message>
    <message>
        <source>Give both HOST and PORT, as in: 127.0.0.1 8080.</source>
        <translation>请同时给出 HOST 和 PORT，例如：127.0.0.1 8080。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port. A port is a number from 1 to 65535.</source>
        <translation>“%1”不是端口。端口是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>--headless needs HOST and PORT.</source>
        <translation>--headless 需要 HOST 和 PORT。</translation>
    </message>
    <message>
        <source>--windows does not go with --headless.</source>
        <translation>--windows 不能与 --headless 同用。</translation>
    </message>
    <message>
        <source>There is no encoding &quot;%1&quot;. There are: %2.</source>
        <translation>没有编码“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>This program&apos;s Qt lacks the encoding %1. There are: %2.</source>
        <translation>本程序所用的 Qt 不支持编码 %1。可用：%2。</translation>
    </message>
    <message>
        <source>How bytes become messages: lines (default), crlf, nul, raw, delimiter:TEXT (with C escapes), fixed:N (bytes), length:u8|u16be|u16le|u32be|u32le (a prefix), idle:MS (a silence ends a message).</source>
        <translation>字节流如何划分为消息：lines（默认）、crlf、nul、raw、delimiter:TEXT（可用 C 转义）、fixed:N（字节数）、length:u8|u16be|u16le|u32be|u32le（长度前缀）、idle:MS（静默达到该毫秒数即为一条消息的结束）。</translation>
    </message>
    <message>
        <source>Listen there at once. ADDRESS is 127.0.0.1 when left out; 0.0.0.0 is every address; port 0 takes a free one. Given several times: a service for each, in one window.</source>
        <translation>立即在此监听。省略 ADDRESS 时为 127.0.0.1；0.0.0.0 表示所有地址；端口 0 表示取一个空闲端口。可给出多次：每个一个服务，都在同一窗口中。</translation>
    </message>
    <message>
        <source>Serve the clients in this many threads, each with an event loop, or in a thread for each client.</source>
        <translation>用这么多个线程为客户端服务，每个线程有一个事件循环；或者每个客户端一个线程。</translation>
    </message>
    <message>
        <source>N|per-client</source>
        <translation>N|per-client</translation>
    </message>
    <message>
        <source>--headless serves one port. Give --listen once, and start the program once for each port.</source>
        <translation>--headless 只服务一个端口。请只给出一次 --listen，并为每个端口各启动一次程序。</translation>
    </message>
    <message>
        <source>In %1 what ends a message can be part of a character: it needs another framing than &quot;%2&quot;, such as raw.</source>
        <translation>在 %1 中，消息的结束符可能是某个字符的一部分：不能用分帧方式“%2”，请换一种，例如 raw。</translation>
    </message>
    <message>
        <source>The encoding of text on the wire (default UTF-8): %1. Without --json, standard input is sent as the bytes that it is. UTF-16 and UTF-32 do not go with lines, crlf and nul.</source>
        <translation>线路上文本的编码（默认 UTF-8）：%1。不带 --json 时，标准输入按原始字节发送。UTF-16 和 UTF-32 不能与 lines、crlf、nul 同用。</translation>
    </message>
    <message>
        <source>The port must be 0 to 65535, not &quot;%1&quot;.</source>
        <translation>端口必须是 0 到 65535，而不是“%1”。</translation>
    </message>
    <message>
        <source>Standard input can&apos;t be read: the system has no threads left for this program.</source>
        <translation>无法读取标准输入：系统没有可供本程序使用的线程了。</translation>
    </message>
    <message>
        <source>Turn a client away while this many of its address are connected.</source>
        <translation>当同一地址已有这么多客户端连接时，拒绝该地址的新客户端。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line, Up and Down bring back what was sent before.</source>
        <translation>回车发送，Shift+回车换行，↑ 和 ↓ 调出以前发送的消息。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>请先输入消息。</translation>
    </message>
    <message>
        <source>Send the message (Enter)</source>
        <translation>发送消息（回车）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>length prefix</source>
        <translation>长度前缀</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>未发送。%1</translation>
    </message>
    <message>
        <source>Not pasted: %1 characters are too many to write by hand; at most %2 are taken. Send a file instead.</source>
        <translation>未粘贴：共 %1 个字符，超出手写消息的上限 %2 个字符。请改为发送文件。</translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>A name or an address; host:port is taken apart.</source>
        <translation>名称或地址；“主机:端口”会自动拆分。</translation>
    </message>
    <message>
        <source>name or address</source>
        <translation>名称或地址</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>主机(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Some of this conversation&apos;s bytes are not kept: a program could not send and expect the same.</source>
        <translation>这段对话的部分字节没有保存：程序无法发送并等待同样的内容。</translation>
    </message>
    <message>
        <source>This conversation is too long for a program: it may have at most %1 bytes and %2 steps. Export its bytes instead.</source>
        <translation>这段对话太长，不能写成程序：最多 %1 字节、%2 个步骤。请改为导出它的字节。</translation>
    </message>
    <message>
        <source>There was no connection, or its beginning is not kept any more: there is nothing that a program could do again.</source>
        <translation>没有建立过连接，或者它的开头已不再保存：没有程序可以重做的内容。</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Writing the program …</source>
        <translation>正在编写程序……</translation>
    </message>
    <message>
        <source>The program is on the clipboard. How to run it is written at its top.</source>
        <translation>程序已复制到剪贴板。运行方法写在它的开头。</translation>
    </message>
    <message>
        <source>Copy con&amp;versation of #%1 as</source>
        <translation>把 #%1 的对话复制为(&amp;V)</translation>
    </message>
    <message>
        <source>Copy con&amp;versation: select a socket first</source>
        <translation>复制对话：请先选择一个套接字(&amp;V)</translation>
    </message>
    <message>
        <source>A program that sends the same bytes in the same order, and says whether the same comes back</source>
        <translation>一个按同样顺序发送同样字节的程序，并说明收到的内容是否相同</translation>
    </message>
    <message>
        <source>&amp;Python program of the client</source>
        <translation>客户端的 Python 程序(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;ython program of the server</source>
        <translation>服务器的 Python 程序(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;C program of the client</source>
        <translation>客户端的 C 程序(&amp;C)</translation>
    </message>
    <message>
        <source>C program of the &amp;server</source>
        <translation>服务器的 C 程序(&amp;S)</translation>
    </message>
</context>
<context>
    <name>CopyBytesMenu</name>
    <message>
        <source>Copy &amp;bytes</source>
        <translation>复制字节(&amp;B)</translation>
    </message>
    <message>
        <source>The bytes of the selected messages as they were on the wire, terminators included</source>
        <translation>所选消息在线路上的原始字节，包括结束符</translation>
    </message>
</context>
<context>
    <name>CrashedSessionsMenu</name>
    <message>
        <source>&amp;Discard all…</source>
        <translation>全部丢弃(&amp;D)…</translation>
    </message>
    <message>
        <source>Sessions of a c&amp;rash</source>
        <translation>崩溃遗留的会话(&amp;R)</translation>
    </message>
    <message>
        <source>Discard what a crash left</source>
        <translation>丢弃崩溃遗留的会话</translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln session(s) with %1 of traffic? They can&apos;t be brought back.</source>
        <translation>
            <numerusform>丢弃 %Ln 个会话（共 %1 流量）吗？之后无法恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
</context>
<context>
    <name>DiskLimitDialog</name>
    <message>
        <source>Disk limit</source>
        <translation>磁盘限额</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>A session keeps at most this much on the &amp;disk. When that is reached, its oldest rows go, and a row says how many. It counts for windows that are opened from now on.</source>
        <translation>一个会话在磁盘(&amp;D)上最多保留这么多数据。达到限额后，最早的行会被移除，并有一行说明移除了多少。此设置对今后打开的窗口生效。</translation>
    </message>
</context>
<context>
    <name>EmptyTranscript</name>
    <message>
        <source>No row matches the filter.</source>
        <translation>没有符合筛选条件的行。</translation>
    </message>
    <message>
        <source>There is no row of these sockets.</source>
        <translation>这些套接字还没有任何行。</translation>
    </message>
    <message numerus="yes">
        <source>The view was cleared; %Ln row(s) from before are kept.</source>
        <translation>
            <numerusform>视图已清空；之前的 %Ln 行仍然保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show cleared &amp;rows again</source>
        <translation>重新显示已清空的行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show all rows</source>
        <translation>显示所有行(&amp;S)</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
</context>
<context>
    <name>EventButton</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events (%1 of %2)</source>
        <translation>事件（%1/%2）</translation>
    </message>
    <message>
        <source>&amp;Opened: listening, connecting, accepted, connected</source>
        <translation>打开(&amp;O)：监听、正在连接、已接受、已连接</translation>
    </message>
    <message>
        <source>&amp;Half-closed: a FIN</source>
        <translation>半关闭(&amp;H)：FIN</translation>
    </message>
    <message>
        <source>&amp;Closed</source>
        <translation>已关闭(&amp;C)</translation>
    </message>
    <message>
        <source>What was &amp;not sent</source>
        <translation>未发送的内容(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>错误(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Gaps in what was kept</source>
        <translation>记录中的缺口(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;All events</source>
        <translation>全部事件(&amp;A)</translation>
    </message>
    <message>
        <source>No e&amp;vents</source>
        <translation>不显示事件(&amp;V)</translation>
    </message>
    <message>
        <source>Show connects, closes and other things that happened</source>
        <translation>显示连接、关闭及其他事件</translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message>
        <source>What was received and what was sent can&apos;t go into the same file. Choose two names.</source>
        <translation>收到的和发送的内容不能写入同一个文件。请选择两个不同的文件名。</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose another name.</source>
        <translation>%1 不是文件。请换一个名称。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be replaced. Choose another name or folder.</source>
        <translation>无法替换 %1。请换一个名称或文件夹。</translation>
    </message>
    <message>
        <source>The disk is full: %1 was not written. Make room or choose another disk.</source>
        <translation>磁盘已满：未写入 %1。请腾出空间或换一个磁盘。</translation>
    </message>
    <message>
        <source>%1 was not written: %2.</source>
        <translation>未写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>FactsText</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个报文段</numerusform>
        </translation>
    </message>
    <message>
        <source>This end</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>The address and port of this program&apos;s end.</source>
        <translation>本程序一端的地址和端口。</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>none: it only accepts</source>
        <translation>无：它只接受连接</translation>
    </message>
    <message>
        <source>A listening socket has no peer. Each accept returns a new socket that has one.</source>
        <translation>监听套接字没有对端。每次 accept 返回一个有对端的新套接字。</translation>
    </message>
    <message>
        <source>The address and port of the peer. Both ends together tell this connection from every other one.</source>
        <translation>对端的地址和端口。两个端点合起来把此连接与其他连接区分开。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>TCP: a stream of bytes in order, without loss and without borders between messages.</source>
        <translation>TCP：有序、无丢失的字节流，消息之间没有边界。</translation>
    </message>
    <message>
        <source>TCP state</source>
        <translation>TCP 状态</translation>
    </message>
    <message>
        <source>The state that the system&apos;s TCP is in, by its name in RFC 9293.</source>
        <translation>系统 TCP 所处的状态，用 RFC 9293 中的名称。</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>积压队列长度</translation>
    </message>
    <message>
        <source>How many clients may be connected by the system before accept has taken them.</source>
        <translation>在 accept 取走之前，系统最多可替多少客户端完成连接。</translation>
    </message>
    <message>
        <source>Connected, not accepted</source>
        <translation>已连接，未接受</translation>
    </message>
    <message>
        <source>The system has done the handshake with these clients, and they wait for accept. They believe that they are served already.</source>
        <translation>系统已与这些客户端完成握手，它们在等待 accept，而且以为自己已在接受服务。</translation>
    </message>
    <message>
        <source>Served by thread</source>
        <translation>服务线程</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>Receive queue of the system</source>
        <translation>系统的接收队列</translation>
    </message>
    <message>
        <source>Unread in this program</source>
        <translation>本程序中未读</translation>
    </message>
    <message>
        <source>Bytes that were read from the system and are not taken yet, and how many may wait here.</source>
        <translation>已从系统读出但尚未取走的字节，以及此处最多可等待多少。</translation>
    </message>
    <message>
        <source>Queued in this program</source>
        <translation>本程序中排队</translation>
    </message>
    <message>
        <source>Bytes that are to be sent and that the system does not take yet. At the limit the connection is closed, because the peer is too slow.</source>
        <translation>待发送、系统尚未接收的字节。达到上限时，因对端太慢而关闭连接。</translation>
    </message>
    <message>
        <source>Send queue of the system</source>
        <translation>系统的发送队列</translation>
    </message>
    <message>
        <source>Bytes that the system took and that the peer has not acknowledged yet (Send-Q of ss), and the size of their buffer (SO_SNDBUF).</source>
        <translation>系统已接收而对端尚未确认的字节（ss 的 Send-Q），以及其缓冲区大小（SO_SNDBUF）。</translation>
    </message>
    <message>
        <source>Makes a socket. An accepted one is made by accept instead.</source>
        <translation>创建套接字。被接受的套接字由 accept 创建。</translation>
    </message>
    <message>
        <source>Sets an option of the socket, as TCP_NODELAY.</source>
        <translation>设置套接字选项，例如 TCP_NODELAY。</translation>
    </message>
    <message>
        <source>Takes the address and port. This happens once.</source>
        <translation>占用地址和端口。只发生一次。</translation>
    </message>
    <message>
        <source>Lets the system take connections, up to the backlog.</source>
        <translation>让系统接受连接，不超过积压队列长度。</translation>
    </message>
    <message>
        <source>Each one returned a new socket for one client. This one goes on listening.</source>
        <translation>每次为一个客户端返回一个新套接字。本套接字继续监听。</translation>
    </message>
    <message>
        <source>The one that returned this socket, of the listening socket.</source>
        <translation>监听套接字的那一次 accept 返回了本套接字。</translation>
    </message>
    <message>
        <source>Begins the handshake with the peer.</source>
        <translation>开始与对端握手。</translation>
    </message>
    <message>
        <source>Each time the system took bytes to be sent, perhaps fewer than there were.</source>
        <translation>每次由系统接收待发字节，可能少于全部。</translation>
    </message>
    <message>
        <source>Each gave the bytes that had arrived, or said that the stream is at its end.</source>
        <translation>每次给出已到达的字节，或告知流已结束。</translation>
    </message>
    <message>
        <source>Ends our direction of the stream: our FIN.</source>
        <translation>结束我方方向的流：我方的 FIN。</translation>
    </message>
    <message>
        <source>Gives the socket back to the system.</source>
        <translation>把套接字交还系统。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>RTT: from sending a segment to its acknowledgement, smoothed, and how much it varies.</source>
        <translation>RTT：从发出报文段到收到确认的时间（平滑值）及其波动。</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>Segments that were sent once more, because no acknowledgement came.</source>
        <translation>因未收到确认而重发的报文段。</translation>
    </message>
    <message>
        <source>Congestion window</source>
        <translation>拥塞窗口</translation>
    </message>
    <message>
        <source>How many segments may be on their way at once.</source>
        <translation>同时在途的报文段上限。</translation>
    </message>
    <message>
        <source>Slow start until</source>
        <translation>慢启动阈值</translation>
    </message>
    <message>
        <source>Above this the congestion window grows more slowly (ssthresh).</source>
        <translation>超过此值后拥塞窗口增长变慢（ssthresh）。</translation>
    </message>
    <message>
        <source>Segment size</source>
        <translation>报文段大小</translation>
    </message>
    <message>
        <source>MSS: the most bytes in one segment that we send.</source>
        <translation>MSS：我方发送的一个报文段的最大字节数。</translation>
    </message>
    <message>
        <source>Delivery rate</source>
        <translation>送达速率</translation>
    </message>
    <message>
        <source>How fast the peer got bytes lately, as the system measured it.</source>
        <translation>系统测得的近期对端接收速度。</translation>
    </message>
    <message>
        <source>Pacing rate</source>
        <translation>发送节奏速率</translation>
    </message>
    <message>
        <source>How fast the system would send at most.</source>
        <translation>系统最快的发送速度。</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Bytes of ours that have arrived, as the peer&apos;s TCP says; a SYN or FIN counts as one.</source>
        <translation>对端 TCP 确认已收到的我方字节；SYN 或 FIN 各算一个。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Bytes that the system received, read by this program or not.</source>
        <translation>系统收到的字节，无论本程序是否已读取。</translation>
    </message>
    <message>
        <source>%1, system id %2</source>
        <translation>%1，系统编号 %2</translation>
    </message>
    <message>
        <source>The thread of this program that reads and writes this socket, and the number that the system&apos;s own tools know it by.</source>
        <translation>本程序中读写此套接字的线程，以及系统自带工具所用的线程编号。</translation>
    </message>
    <message>
        <source>%1 bytes; room for %2 with overhead</source>
        <translation>%1 字节；容量 %2（含额外开销）</translation>
    </message>
    <message>
        <source>Linux tells twice the size that a program set, and counts in it what it needs besides the bytes (socket(7)): the buffer is full before the bar is.</source>
        <translation>Linux 给出的大小是程序所设的两倍，并把数据之外所需的内存也算在内（socket(7)）：进度条未满时缓冲区就可能已满。</translation>
    </message>
    <message>
        <source>Bytes that have arrived and that this program has not read yet (Recv-Q of ss), and the size of their buffer (SO_RCVBUF). When it is full, TCP tells the peer to wait.</source>
        <translation>已到达而本程序尚未读取的字节（ss 的 Recv-Q），以及其缓冲区大小（SO_RCVBUF）。填满后 TCP 让对端等待。</translation>
    </message>
</context>
<context>
    <name>FileObstacle</name>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file.</source>
        <translation>%1 是文件夹。请选择一个文件。</translation>
    </message>
    <message>
        <source>%1 is not a regular file, but a device or a pipe, and has no size. Choose a file.</source>
        <translation>%1 不是普通文件，而是设备或管道，没有大小。请选择一个文件。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: the system does not permit it.</source>
        <translation>无法读取文件 %1：系统不允许。</translation>
    </message>
    <message>
        <source>The file %1 is empty: there is nothing to send.</source>
        <translation>文件 %1 是空的：没有可发送的内容。</translation>
    </message>
</context>
<context>
    <name>FilePieces</name>
    <message>
        <source>The file %1 can&apos;t be opened: %2.</source>
        <translation>无法打开文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read on: %2.</source>
        <translation>无法继续读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 became shorter while it was sent: it has %2 bytes now, and had %3 at the start.</source>
        <translation>文件 %1 在发送过程中变短了：现在有 %2 字节，开始时有 %3 字节。</translation>
    </message>
</context>
<context>
    <name>FileSendBar</name>
    <message>
        <source>A file is on its way: %1. Wait until it is sent, or cancel it, then send the next one.</source>
        <translation>正在发送文件：%1。请等它发完或先取消，再发送下一个。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sends no more of the file; what is queued already still goes out.</source>
        <translation>不再发送文件的其余部分；已在排队的仍会发出。</translation>
    </message>
    <message>
        <source>File that is sent</source>
        <translation>正在发送的文件</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>文件进度</translation>
    </message>
    <message>
        <source>How much of the file the system has taken, for the slowest of those that get it.</source>
        <translation>系统已接收文件的多少，以接收者中最慢的一个为准。</translation>
    </message>
    <message>
        <source>R&amp;ate</source>
        <translation>速率(&amp;A)</translation>
    </message>
    <message>
        <source>Stops reading the file; what is queued already still goes out.</source>
        <translation>停止读取文件；已在排队的仍会发出。</translation>
    </message>
</context>
<context>
    <name>FileStatusText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 clients have all of it</source>
        <translation>%1 / %2 个客户端已收到全部</translation>
    </message>
    <message>
        <source>writing to it was shut down</source>
        <translation>对它的写入已关闭</translation>
    </message>
    <message>
        <source>#%1 got %2: %3</source>
        <translation>#%1 已收 %2：%3</translation>
    </message>
    <message>
        <source>ended early besides: %1</source>
        <translation>另有提前结束：%1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 在排队</translation>
    </message>
    <message>
        <source>Not all of it was sent: %1 went out · %2</source>
        <translation>未全部发送：已发出 %1 · %2</translation>
    </message>
    <message>
        <source>%1 went out</source>
        <translation>已发出 %1</translation>
    </message>
    <message>
        <source>Cancelled: %1 went out</source>
        <translation>已取消：已发出 %1</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>已发送：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only rows with this</source>
        <translation>筛选记录</translation>
    </message>
    <message>
        <source>RX</source>
        <translation>RX</translation>
    </message>
    <message>
        <source>Show what was received</source>
        <translation>显示收到的内容</translation>
    </message>
    <message>
        <source>TX</source>
        <translation>TX</translation>
    </message>
    <message>
        <source>Show what was sent</source>
        <translation>显示发出的内容</translation>
    </message>
    <message>
        <source>Close the filter</source>
        <translation>关闭筛选</translation>
    </message>
    <message>
        <source>Show all rows again (Esc)</source>
        <translation>重新显示所有记录（Esc）</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows</source>
        <translation>%L1 / %L2 行</translation>
    </message>
    <message numerus="yes">
        <source>The expression takes too long on %Ln row(s): they are not shown.</source>
        <translation>
            <numerusform>该表达式在 %Ln 行上耗时过长：这些行未显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of these sockets</source>
        <translation>
            <numerusform>这些套接字的 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>在收发记录中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个（Shift+回车）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个（回车）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Counting… %1 %</source>
        <translation>正在统计… %1%</translation>
    </message>
    <message>
        <source>%L1 found; on %L2 rows the expression takes too long</source>
        <translation>找到 %L1 行；该表达式在 %L2 行上耗时过长</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <comment>rows that were found</comment>
        <translation>%L1 / %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>Delimiter “%1”</source>
        <translation>分隔符“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Fixed %Ln byte(s)</source>
        <translation>
            <numerusform>固定 %Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>Idle gap %1 ms</source>
        <translation>静默 %1 毫秒</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>Lines (CR LF)</source>
        <translation>按行（CR LF）</translation>
    </message>
    <message>
        <source>NUL</source>
        <translation>NUL</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Fixed size</source>
        <translation>固定长度</translation>
    </message>
    <message>
        <source>Length prefix</source>
        <translation>长度前缀</translation>
    </message>
    <message>
        <source>Idle gap</source>
        <translation>静默间隔</translation>
    </message>
    <message>
        <source>A line feed ends a message. A carriage return before it is not part of the text.</source>
        <translation>换行符（LF）结束一条消息，其前的回车符（CR）不属于文本。</translation>
    </message>
    <message>
        <source>Only a carriage return with a line feed behind it ends a message.</source>
        <translation>只有回车符（CR）后紧跟换行符（LF）才结束一条消息。</translation>
    </message>
    <message>
        <source>A zero byte ends a message.</source>
        <translation>零字节结束一条消息。</translation>
    </message>
    <message>
        <source>A message is what one read gave. Sending adds nothing.</source>
        <translation>一次读取得到的内容就是一条消息。发送时不附加任何内容。</translation>
    </message>
    <message>
        <source>These bytes end a message, and are added to what is sent. Escapes: \n \r \t \0 \\ \x7f \u4e2d.</source>
        <translation>这些字节结束一条消息，发送时也会附加在末尾。可用转义：\n \r \t \0 \\ \x7f \u4e2d。</translation>
    </message>
    <message>
        <source>Every message has this many bytes. Another length is not sent.</source>
        <translation>每条消息都正好这么多字节。长度不符的消息不会发送。</translation>
    </message>
    <message>
        <source>A number in front says how many bytes follow it. Sending puts it there. A number over the limit closes the connection.</source>
        <translation>消息前的数字说明其后有多少字节，发送时会自动加上。数字超过上限时关闭连接。</translation>
    </message>
    <message>
        <source>A silence of this many milliseconds ends a message. Sending adds nothing.</source>
        <translation>静默达到这么多毫秒即结束一条消息。发送时不附加任何内容。</translation>
    </message>
    <message>
        <source>Not sent: the message is over %1 bytes, too long for this framing.</source>
        <translation>未发送：消息超过 %1 字节，对此分帧方式来说太长。</translation>
    </message>
    <message numerus="yes">
        <source>Not sent: a message must have exactly %Ln byte(s) with this framing; this one has %1.</source>
        <translation>
            <numerusform>未发送：使用此分帧方式时，一条消息必须正好 %Ln 字节，而这条有 %1 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: the length prefix %1 can&apos;t say more than %2 bytes; this message has %3.</source>
        <translation>未发送：长度前缀 %1 最多表示 %2 字节，而这条消息有 %3 字节。</translation>
    </message>
    <message>
        <source>Not sent: with this framing an empty message is nothing at all.</source>
        <translation>未发送：使用此分帧方式时，空消息不含任何字节。</translation>
    </message>
    <message>
        <source>There is no framing &quot;%1&quot;. There are: %2.</source>
        <translation>没有分帧方式“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>A delimiter has 1 to %1 bytes.</source>
        <translation>分隔符须为 1 到 %1 字节。</translation>
    </message>
    <message>
        <source>The escape at character %1 is none. There are: \n \r \t \a \b \f \v \e \0 \\ \xHH \uHHHH and octal ones.</source>
        <translation>第 %1 个字符处的转义无效。可用的有：\n \r \t \a \b \f \v \e \0 \\ \xHH \uHHHH 以及八进制转义。</translation>
    </message>
    <message>
        <source>The size must be a whole number from 1 to %1.</source>
        <translation>长度必须是 1 到 %1 的整数。</translation>
    </message>
    <message>
        <source>The prefix must be one of %1.</source>
        <translation>前缀必须是以下之一：%1。</translation>
    </message>
    <message>
        <source>The gap must be a whole number of milliseconds from 1 to %1.</source>
        <translation>间隔必须是 1 到 %1 的整数毫秒。</translation>
    </message>
    <message>
        <source>A length prefix says %1 bytes, but a message may have %2 at most. Choose the framing that the other side uses, or a higher limit.</source>
        <translation>长度前缀声明了 %1 字节，而一条消息最多 %2 字节。请选择对端使用的分帧方式，或提高上限。</translation>
    </message>
</context>
<context>
    <name>FramingBox</name>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>A delimiter, a fixed size, a length prefix or a silence.</source>
        <translation>分隔符、固定长度、长度前缀或静默间隔。</translation>
    </message>
</context>
<context>
    <name>FramingDialog</name>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>分隔符(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>长度(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Prefix</source>
        <translation>前缀(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Gap</source>
        <translation>间隔(&amp;G)</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>长度</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message numerus="yes">
        <source>Accepting is paused: %Ln client(s) wait(s).</source>
        <translation>
            <numerusform>已暂停接受：%Ln 个客户端在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepting is paused: who connects waits.</source>
        <translation>已暂停接受：新连接的客户端需要等待。</translation>
    </message>
    <message numerus="yes">
        <source>One at a time: %Ln client(s) wait(s).</source>
        <translation>
            <numerusform>一次一个：%Ln 个客户端在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>One at a time: who comes next waits.</source>
        <translation>一次一个：后来的客户端需要等待。</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln client(s) at once: who comes then is turned away.</source>
        <translation>
            <numerusform>同时最多 %Ln 个客户端：超出者会被拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln client(s) from each address: more are turned away.</source>
        <translation>
            <numerusform>每个地址最多 %Ln 个客户端：超出的会被拒绝。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadlessClient</name>
    <message>
        <source>There is no open socket #%1.</source>
        <translation>没有打开的套接字 #%1。</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>What’s &amp;this?</source>
        <translation>这是什么(&amp;T)？</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Start a new line in the message</source>
        <translation>在消息中换行</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>↑、↓</translation>
    </message>
    <message>
        <source>Walk through what was sent before</source>
        <translation>翻看以前发送的消息</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>在收发记录中查找</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>清空收发记录</translation>
    </message>
    <message>
        <source>In the transcript: follow the newest row again</source>
        <translation>在收发记录中：重新跟随最新记录</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制选中的记录</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>One port, many sockets, and you can watch every one of them.

Built with Qt %1.</source>
        <translation>一个端口，许多套接字，个个看得见。

使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>Every byte that goes over a socket is kept. Choose another framing or encoding, and all that came before is shown by it too. Filter and Find look for text, a regular expression or hex bytes. Message details shows the text of the selected row beside its bytes, and the reads that it came in.</source>
        <translation>经过套接字的每个字节都会保留。换一种分帧或编码，之前的内容也会按新的方式显示。“筛选”和“查找”可以按文本、正则表达式或十六进制字节进行。“消息详情”把选中行的文本和字节并排显示，并说明它来自哪几次读取。</translation>
    </message>
    <message>
        <source>The File menu exports the rows that are shown, saves all that was kept as a session, opens one again, also what a crash left, and sends a file as it is, at the rate that you choose. A file can be dropped on the window too.</source>
        <translation>“文件”菜单可以导出当前显示的行，把保留的全部内容另存为会话，再次打开会话（包括程序崩溃留下的会话），也可以按您选择的速率原样发送文件。也可以把文件拖放到窗口上。</translation>
    </message>
    <message>
        <source>Below the message field, choose how what you type stands for bytes (text, with the escapes of C or of Packet Sender, or hex) and which line ending is sent behind it. Beside that stand the bytes that will go out. What is wrong is marked, and not sent.</source>
        <translation>在消息框下方选择输入内容如何表示字节（文本、带 C 转义或 Packet Sender 转义的文本、十六进制），以及在后面发送哪种行结束符。旁边显示将要发出的字节。有错误的地方会标出，并且不会发送。</translation>
    </message>
    <message>
        <source>Filter: show only some of the rows</source>
        <translation>筛选：只显示一部分行</translation>
    </message>
    <message>
        <source>Show the details of the selected row</source>
        <translation>显示选中行的详情</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>导出当前显示的内容</translation>
    </message>
    <message>
        <source>Open a saved session</source>
        <translation>打开已保存的会话</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter, Esc</source>
        <translation>Enter、Shift+Enter、Esc</translation>
    </message>
    <message>
        <source>There: the next match, the one before, done</source>
        <translation>查找时：下一处、上一处、结束</translation>
    </message>
    <message>
        <source>Show the calls that stand behind it all</source>
        <translation>显示背后的套接字调用</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>选中所有行</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Inspector: what the selected socket wraps, live</source>
        <translation>检查器：所选套接字封装的内容，实时显示</translation>
    </message>
    <message>
        <source>Help on the part of the window where the keyboard is</source>
        <translation>键盘焦点所在部分的帮助</translation>
    </message>
    <message>
        <source>What the control is for where the keyboard is</source>
        <translation>键盘焦点所在控件的用途</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Why sockets?</source>
        <translation>为什么会有套接字？</translation>
    </message>
    <message>
        <source>The server window</source>
        <translation>服务器窗口</translation>
    </message>
    <message>
        <source>The client window</source>
        <translation>客户端窗口</translation>
    </message>
    <message>
        <source>Framing and encodings</source>
        <translation>分帧与编码</translation>
    </message>
    <message>
        <source>Inspector and calls</source>
        <translation>检查器与调用</translation>
    </message>
    <message>
        <source>Close lab and buffers</source>
        <translation>关闭实验与缓冲区</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>OnePort – help</source>
        <translation>OnePort 帮助</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>HexView</name>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) from %1</source>
        <translation>
            <numerusform>自 %1 起 %Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>InputBar</name>
    <message>
        <source>As framing (%1)</source>
        <translation>同分帧（%1）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What you type, as it is</source>
        <translation>输入什么就发送什么</translation>
    </message>
    <message>
        <source>Escapes \n</source>
        <translation>转义 \n</translation>
    </message>
    <message>
        <source>Text with the escapes of C: \n \r \t \0 \x0A \u00E9 …</source>
        <translation>带 C 语言转义的文本：\n \r \t \0 \x0A \u00E9 …</translation>
    </message>
    <message>
        <source>Packet Sender \HH</source>
        <translation>Packet Sender \HH</translation>
    </message>
    <message>
        <source>Text with Packet Sender&apos;s escapes: \0D \0A \n \r \t</source>
        <translation>带 Packet Sender 转义的文本：\0D \0A \n \r \t</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Bytes in hex: 48 65 6C, 48:65:6C, 0x48 0x65, 48656C …</source>
        <translation>十六进制字节：48 65 6C、48:65:6C、0x48 0x65、48656C …</translation>
    </message>
    <message>
        <source>Input form</source>
        <translation>输入形式</translation>
    </message>
    <message>
        <source>How what you type stands for bytes: as text, with escapes, or in hex.</source>
        <translation>输入的内容如何表示字节：文本、转义或十六进制。</translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>What is sent behind the message: what the framing adds, or this in its place.</source>
        <translation>消息后面发送什么：分帧附加的内容，或改用这里选择的内容。</translation>
    </message>
    <message>
        <source>No ending</source>
        <translation>无行尾</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>Select a socket in the table to see what it wraps: its two ends, its protocol, its buffers, its state and its operations.</source>
        <translation>在表中选择一个套接字，查看它所封装的内容：两个端点、协议、缓冲区、状态和操作。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>TCP, as the system tells</source>
        <translation>系统提供的 TCP 信息</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Every change of this socket&apos;s state, with its time.</source>
        <translation>此套接字的每次状态变化及其时间。</translation>
    </message>
    <message>
        <source>What was done here, counted as the calls that it stands for. Qt makes the real ones, but for most recv and send.</source>
        <translation>此处的操作按其所代表的调用计数。真正的调用由 Qt 完成，大多数 recv 和 send 除外。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>closed: the peer closed</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>Shows what the selected socket wraps: its ends, protocol, buffers, state and calls.</source>
        <translation>显示所选套接字封装的内容：端点、协议、缓冲区、状态和调用。</translation>
    </message>
    <message>
        <source>Inspector – %1</source>
        <translation>检查器 – %1</translation>
    </message>
</context>
<context>
    <name>Interpretation</name>
    <message>
        <source>%1 does not go with the framing “%2”: what ends a message can be part of a character. Choose another framing first, such as %3.</source>
        <translation>%1 不能与分帧方式“%2”同用：消息的结束符可能是某个字符的一部分。请先选择其他分帧方式，例如“%3”。</translation>
    </message>
</context>
<context>
    <name>InterpretationDialog</name>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>F&amp;raming</source>
        <translation>分帧(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Framing and encoding</source>
        <translation>分帧和编码</translation>
    </message>
    <message>
        <source>The same as in the &amp;window</source>
        <translation>与窗口相同(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>Choose how the bytes of %Ln selected socket(s) become messages and text. This holds for what was received and sent so far, for what comes, and for what you send.</source>
        <translation>
            <numerusform>选择如何把 %Ln 个选中套接字的字节变成消息和文本。这适用于已收发的内容、将要收到的内容以及您发送的内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonCommand</name>
    <message>
        <source>&quot;send&quot; takes a text, and &quot;to&quot; besides it, nothing else.</source>
        <translation>&quot;send&quot; 的值须为文本，此外只可有 &quot;to&quot;。</translation>
    </message>
    <message>
        <source>&quot;to&quot; takes socket numbers from 1, as in [1,2].</source>
        <translation>&quot;to&quot; 的值须为从 1 起的套接字编号，例如 [1,2]。</translation>
    </message>
    <message>
        <source>This line is not a JSON object. Examples: {&quot;send&quot;:&quot;text&quot;}, {&quot;close&quot;:1}, {&quot;stop&quot;:true}.</source>
        <translation>此行不是 JSON 对象。例如：{&quot;send&quot;:&quot;text&quot;}、{&quot;close&quot;:1}、{&quot;stop&quot;:true}。</translation>
    </message>
    <message>
        <source>&quot;close&quot; takes a socket number from 1.</source>
        <translation>&quot;close&quot; 的值须为从 1 起的套接字编号。</translation>
    </message>
    <message>
        <source>There is no such command. There are: {&quot;send&quot;:&quot;text&quot;,&quot;to&quot;:[1,2]}, {&quot;close&quot;:1}, {&quot;stop&quot;:true}.</source>
        <translation>没有这个命令。可用：{&quot;send&quot;:&quot;text&quot;,&quot;to&quot;:[1,2]}、{&quot;close&quot;:1}、{&quot;stop&quot;:true}。</translation>
    </message>
    <message>
        <source>This line is too long: a command has at most 16 MiB.</source>
        <translation>此行过长：一条命令最多 16 MiB。</translation>
    </message>
    <message>
        <source>%1 has no character U+%2, so nothing is sent.</source>
        <translation>%1 中没有字符 U+%2，因此未发送任何内容。</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ListenBar</name>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>0 … 65535. With 0 the system chooses a free port.</source>
        <translation>0 … 65535。填 0 时由系统选择空闲端口。</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>模式(&amp;M)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>F&amp;raming</source>
        <translation>分帧(&amp;R)</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>TCP carries a stream of bytes without borders. This says where a message ends.</source>
        <translation>TCP 传送的是没有边界的字节流。此项决定消息在哪里结束。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>仅显示</translation>
    </message>
    <message>
        <source>Messages are only shown.</source>
        <translation>消息仅显示。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Each message goes back to the client that sent it.</source>
        <translation>每条消息发回给发送它的客户端。</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Each message goes to every other client.</source>
        <translation>每条消息转发给其他所有客户端。</translation>
    </message>
    <message>
        <source>What the server does with a message that a client sends.</source>
        <translation>服务器如何处理客户端发来的消息。</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>停止监听</translation>
    </message>
    <message>
        <source>Binds the address and port and waits for clients.</source>
        <translation>绑定地址和端口，等待客户端。</translation>
    </message>
    <message>
        <source>Closes the listening socket and every client&apos;s connection. What is queued is sent first.</source>
        <translation>关闭监听套接字和所有客户端的连接。排队的数据会先发送。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>What characters the bytes are, of what arrived before too, and how text is sent.</source>
        <translation>字节如何解读为字符（包括此前收到的内容），以及文本以何种编码发送。</translation>
    </message>
</context>
<context>
    <name>MessageDetails</name>
    <message>
        <source>Select a message to see its bytes.</source>
        <translation>选择一条消息以查看其字节。</translation>
    </message>
</context>
<context>
    <name>MessageFacts</name>
    <message>
        <source>%1%2 µs</source>
        <translation>%1%2 µs</translation>
    </message>
    <message>
        <source>%1%2 s</source>
        <translation>%1%2 秒</translation>
    </message>
    <message>
        <source>%1 after the one before</source>
        <translation>距上一条 %1</translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln message(s) in read %1</source>
        <translation>
            <numerusform>第 %1 次读取所含 %Ln 条消息之一</numerusform>
        </translation>
    </message>
    <message>
        <source>in read %1</source>
        <translation>来自第 %1 次读取</translation>
    </message>
    <message>
        <source>in reads %1 and %2</source>
        <translation>来自第 %1、%2 次读取</translation>
    </message>
    <message numerus="yes">
        <source>in reads %1 to %2 (%Ln read(s))</source>
        <translation>
            <numerusform>来自第 %1 至 %2 次读取（共 %Ln 次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln message(s) in write %1</source>
        <translation>
            <numerusform>第 %1 次写入所含 %Ln 条消息之一</numerusform>
        </translation>
    </message>
    <message>
        <source>in write %1</source>
        <translation>由第 %1 次写入发出</translation>
    </message>
    <message>
        <source>in writes %1 and %2</source>
        <translation>由第 %1、%2 次写入发出</translation>
    </message>
    <message numerus="yes">
        <source>in writes %1 to %2 (%Ln write(s))</source>
        <translation>
            <numerusform>由第 %1 至 %2 次写入发出（共 %Ln 次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageReader</name>
    <message numerus="yes">
        <source>%Ln record(s) with %1 bytes are missing here: they could not be kept.</source>
        <translation>
            <numerusform>此处缺少 %Ln 条记录（共 %1 字节）：未能保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer kept</source>
        <translation>已不再保留</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>Sent to %1 of %2</source>
        <translation>已发送 %1/%2</translation>
    </message>
    <message>
        <source>queued: %1</source>
        <translation>排队：%1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Outcome for each socket</source>
        <translation>各套接字的发送结果</translation>
    </message>
    <message>
        <source>Lists what became of the last message at each socket.</source>
        <translation>列出最近一条消息在各套接字上的结果。</translation>
    </message>
    <message>
        <source>Sent to #%1</source>
        <translation>已发送至 #%1</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>failed: it can&apos;t be sent to any more</source>
        <translation>失败：已不能再向其发送</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
</context>
<context>
    <name>OutcomePopup</name>
    <message>
        <source>Outcome for each socket</source>
        <translation>各套接字的发送结果</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Save the picture</source>
        <translation>保存示意图</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>示意图已保存到 %1。</translation>
    </message>
    <message>
        <source>The picture can&apos;t be written to %1: %2</source>
        <translation>无法把示意图写入 %1：%2</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>示意图(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Picture of the sockets</source>
        <translation>套接字示意图(&amp;P)</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存示意图(&amp;P)…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Shows this program, its listening socket, the accepted ones and their clients as a picture that moves.</source>
        <translation>用动态示意图显示本程序、它的监听套接字、accept 返回的套接字和各个客户端。</translation>
    </message>
    <message>
        <source>Saves the whole picture as PNG or PDF, black on white.</source>
        <translation>把整张示意图以白底黑字保存为 PNG 或 PDF。</translation>
    </message>
    <message>
        <source>Larger (Ctrl and the wheel, or +)</source>
        <translation>放大（Ctrl 加滚轮，或按 +）</translation>
    </message>
    <message>
        <source>Smaller (Ctrl and the wheel, or −)</source>
        <translation>缩小（Ctrl 加滚轮，或按 −）</translation>
    </message>
    <message>
        <source>P&amp;icture, paused at %1</source>
        <translation>示意图(&amp;I)，已于 %1 暂停</translation>
    </message>
    <message>
        <source>The picture stands still as it is now. The program goes on.</source>
        <translation>图保持现在的样子不动。程序照常运行。</translation>
    </message>
    <message>
        <source>No messages move along the lines: this system asks for no animations.</source>
        <translation>没有消息沿连线移动：系统设置要求关闭动画。</translation>
    </message>
    <message>
        <source>As large as it can be seen whole and read, until you zoom or scroll.</source>
        <translation>在看得清的前提下显示整张图，直到您缩放或滚动。</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>%1 · process %2</source>
        <translation>%1 · 进程 %2</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Accepting is paused: who connects has to wait.</source>
        <translation>已暂停接受：来连接的客户端只能等待。</translation>
    </message>
    <message>
        <source>Stays. Each accept makes a new socket:</source>
        <translation>一直在监听。每次 accept 都会得到一个新的套接字：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connected, not yet accepted</source>
        <translation>
            <numerusform>%Ln 个已连接，尚未接受</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for a client…</source>
        <translation>正在等待客户端…</translation>
    </message>
    <message>
        <source>Press Start listening. This program then gets a socket that listens on its port, and a new one for each client that connects.</source>
        <translation>点击“开始监听”。本程序会得到一个在端口上监听的套接字，此后每有一个客户端连接，再得到一个新的套接字。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln socket(s)</source>
        <translation>
            <numerusform>%Ln 个套接字</numerusform>
        </translation>
    </message>
    <message>
        <source>RX %1 · TX %2</source>
        <translation>收 %1 · 发 %2</translation>
    </message>
    <message>
        <source>fullest queue: %1</source>
        <translation>最满的队列：%1</translation>
    </message>
    <message>
        <source>queued: %1</source>
        <translation>排队：%1</translation>
    </message>
    <message>
        <source>%1 of the %2 that may wait for a client are queued</source>
        <translation>已排队 %1，每个客户端最多可排队 %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>others ×%1</source>
        <translation>其他 ×%1</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>socket %1</source>
        <translation>套接字 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>received %1, sent %2</source>
        <translation>已收 %1，已发 %2</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>No socket listens here: nobody can connect.</source>
        <translation>这里没有套接字在监听：没有人能连接。</translation>
    </message>
    <message>
        <source>unread: %1</source>
        <translation>未读：%1</translation>
    </message>
    <message>
        <source>%1 have arrived and are not taken yet: %2 wait in this program, %3 in the system</source>
        <translation>已到达 %1 尚未取走：%2 在本程序中等待，%3 在系统中等待</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture of the sockets</source>
        <translation>套接字示意图</translation>
    </message>
    <message>
        <source>This program with its listening socket, the sockets that accept made, and the clients at their other ends. Arrow heads on a line are messages on their way. Click a socket to select it, Ctrl+click to select several; the arrow keys walk, Enter selects. Ctrl and the wheel zoom.</source>
        <translation>本程序及其监听套接字、accept 返回的各个套接字，以及它们另一端的客户端。连线上的箭头是正在传送的消息。点击套接字即可选中，按住 Ctrl 点击可选中多个；方向键移动，Enter 选中，Ctrl 加滚轮缩放。</translation>
    </message>
</context>
<context>
    <name>PlainRecord</name>
    <message>
        <source>the message is over the limit and goes on in the next line</source>
        <translation>消息超出上限，在下一行继续</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RateBox</name>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>How fast the file goes to each peer. Choose a rate, or type one: 500, 64 kB/s, 1.5 MB/s.</source>
        <translation>文件发往每个对端的速度。选择一个速率，或直接输入：500、64 kB/s、1.5 MB/s。</translation>
    </message>
</context>
<context>
    <name>RateText</name>
    <message>
        <source>as fast as the peer reads</source>
        <translation>对端读多快就发多快</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <comment>a rate: number, unit</comment>
        <translation>%1 %2/s</translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message>
        <source>Not listening.</source>
        <translation>未监听。</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopping: what is queued is still sent …</source>
        <translation>正在停止：排队的数据仍在发送…</translation>
    </message>
    <message>
        <source>Listening on %1. Only programs on this machine can connect.</source>
        <translation>正在监听 %1。只有本机上的程序可以连接。</translation>
    </message>
    <message>
        <source>Listening on %1. This machine has no network address now: only programs on it can connect.</source>
        <translation>正在监听 %1。本机目前没有网络地址：只有本机上的程序可以连接。</translation>
    </message>
    <message>
        <source>Listening on %1. Other machines reach it at %2.</source>
        <translation>正在监听 %1。其他机器可通过 %2 访问。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %Ln connection(s) were closed.</source>
        <translation>
            <numerusform>已停止，关闭了 %Ln 个连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Other services here have the same address: the port decides which one a client reaches.</source>
        <translation>%1这里还有其他服务使用相同的地址：由端口决定客户端连到哪一个。</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>there is no such host</source>
        <translation>没有这个主机</translation>
    </message>
    <message>
        <source>closed: %1 (%2 bytes in, %3 out)</source>
        <translation>已关闭：%1；收 %2 字节，发 %3 字节</translation>
    </message>
    <message numerus="yes">
        <source>not sent: %n message(s), %1 bytes were still waiting</source>
        <translation>
            <numerusform>未发送：仍有 %n 条消息、%1 字节在排队</numerusform>
        </translation>
    </message>
    <message>
        <source>listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>accepted from %1</source>
        <translation>已接受 %1</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>connected to %1 from %2</source>
        <translation>已从 %2 连接到 %1</translation>
    </message>
    <message>
        <source>the peer sends no more (FIN)</source>
        <translation>对端不再发送（FIN）</translation>
    </message>
    <message>
        <source>we send no more (FIN)</source>
        <translation>本端不再发送（FIN）</translation>
    </message>
    <message>
        <source>stopped listening on %1</source>
        <translation>已停止监听 %1</translation>
    </message>
    <message>
        <source>not connected: given up</source>
        <translation>未连接：已放弃</translation>
    </message>
    <message>
        <source>not connected: %1</source>
        <translation>未连接：%1</translation>
    </message>
    <message>
        <source>%1 (%2 bytes in, %3 out)</source>
        <translation>%1；收 %2 字节，发 %3 字节</translation>
    </message>
    <message>
        <source>reset by us, RST</source>
        <translation>我方重置，RST</translation>
    </message>
</context>
<context>
    <name>RttPlot</name>
    <message>
        <source>Round-trip time, lately</source>
        <translation>近期往返时间</translation>
    </message>
    <message>
        <source>now %1, at most %2</source>
        <translation>现在 %1，最高 %2</translation>
    </message>
    <message>
        <source>The round-trip time of the last half minute; the number is the highest.</source>
        <translation>最近半分钟的往返时间；数字为最高值。</translation>
    </message>
    <message>
        <source>Round trip, at most %1</source>
        <translation>往返时间，最高 %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Kind of search</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Hex bytes</source>
        <translation>十六进制字节</translation>
    </message>
    <message>
        <source>What the field holds: text, a regular expression, or bytes as pairs of hex digits</source>
        <translation>输入的是什么：文本、正则表达式，或以两位十六进制数字表示的字节</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Capital and small letters are different</source>
        <translation>大写和小写字母视为不同</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正则</translation>
    </message>
</context>
<context>
    <name>SearchPattern</name>
    <message>
        <source>“%1” (character %2) is no hex digit. Write bytes as 0d 0a.</source>
        <translation>“%1”（第 %2 个字符）不是十六进制数字。请按 0d 0a 的形式输入字节。</translation>
    </message>
    <message>
        <source>A hex digit is missing: a byte has two. Write bytes as 0d 0a.</source>
        <translation>缺少一个十六进制数字：每个字节为两位。请按 0d 0a 的形式输入字节。</translation>
    </message>
    <message>
        <source>Not a regular expression: %1 (at character %2)</source>
        <translation>不是正则表达式：%1（第 %2 个字符处）</translation>
    </message>
</context>
<context>
    <name>SendFileDialog</name>
    <message>
        <source>Choose a file to send</source>
        <translation>选择要发送的文件</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>尚未选择文件。</translation>
    </message>
    <message>
        <source>Send file</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>速率(&amp;R)</translation>
    </message>
    <message>
        <source>The bytes of the file go out as they are, nothing is added. Messages that are sent meanwhile go between two pieces of the file.</source>
        <translation>文件的字节原样发出，不添加任何内容。期间发送的消息会插在文件的两段之间。</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>No client is connected yet.</source>
        <translation>还没有客户端连接。</translation>
    </message>
    <message>
        <source>Press Start listening first. Then clients can connect.</source>
        <translation>请先点击“开始监听”，然后客户端才能连接。</translation>
    </message>
    <message>
        <source>Select open sockets in the table, or send to all.</source>
        <translation>请在表格中选择打开的套接字，或发送给全部。</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>全部（%1）</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>选中（%1）</translation>
    </message>
    <message>
        <source>Send &amp;to</source>
        <translation>发送给(&amp;T)</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送给</translation>
    </message>
    <message>
        <source>Who gets the message: every client, or the sockets that are selected in the table.</source>
        <translation>消息发给谁：所有客户端，或表格中选中的套接字。</translation>
    </message>
    <message>
        <source>Message to clients</source>
        <translation>发给客户端的消息</translation>
    </message>
    <message numerus="yes">
        <source>Message to all %Ln client(s), not only the selected</source>
        <translation>
            <numerusform>发给全部 %Ln 个客户端的消息，不只是选中的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to all %Ln client(s)</source>
        <translation>
            <numerusform>发给全部 %Ln 个客户端的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to %Ln selected client(s)</source>
        <translation>
            <numerusform>发给选中的 %Ln 个客户端的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>发给 %1 的消息</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln client(s)</source>
        <translation>
            <numerusform>全部 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected client(s)</source>
        <translation>
            <numerusform>%Ln 个选中的客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>We shut down writing: no open socket can be sent to any more.</source>
        <translation>我方已关闭写方向：没有可以再发送的打开的套接字。</translation>
    </message>
    <message>
        <source>We shut down writing: the selected sockets can&apos;t be sent to any more.</source>
        <translation>我方已关闭写方向：不能再向选中的套接字发送。</translation>
    </message>
</context>
<context>
    <name>ServerActions</name>
    <message>
        <source>&amp;Start listening</source>
        <translation>开始监听(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop listening</source>
        <translation>停止监听(&amp;S)</translation>
    </message>
    <message>
        <source>Open client &amp;window</source>
        <translation>打开客户端窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Disconnect selected</source>
        <translation>断开选中的套接字(&amp;D)</translation>
    </message>
    <message>
        <source>Disconnect &amp;all</source>
        <translation>全部断开(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Clear closed</source>
        <translation>清除已关闭的套接字(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;all sockets in the transcript</source>
        <translation>在收发记录中显示所有套接字(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sockets</source>
        <translation>套接字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Starts a client window that is connected to this server.</source>
        <translation>启动一个已连接到此服务器的客户端窗口。</translation>
    </message>
    <message>
        <source>Open client window</source>
        <translation>打开客户端窗口</translation>
    </message>
    <message>
        <source>Send &amp;file…</source>
        <translation>发送文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Framing and encoding of the selected…</source>
        <translation>选中套接字的分帧与编码(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>ServerDemo</name>
    <message>
        <source>The demonstration did not finish in time.</source>
        <translation>演示未能按时完成。</translation>
    </message>
</context>
<context>
    <name>ServerHelp</name>
    <message>
        <source>OnePort Server</source>
        <translation>OnePort 服务器</translation>
    </message>
    <message>
        <source>One program binds a port, once. The listening socket holds it, stays in the first row of the table and only accepts. Each accept returns a new socket for that one client, with its own peer, buffers, state and end.

Press Start listening and let clients connect: OnePort client windows, ncat, telnet or a device. Select sockets in the table to see only them in the transcript; to write to them alone, choose Selected beside Send to, or Send to these in their context menu. A closed socket stays in the table, greyed, with the reason of its end.

In the mode Show messages are only shown, so clients don&apos;t see each other. Echo sends each message back. Relay sends it to every other client.</source>
        <translation>一个端口只由一个程序绑定一次。监听套接字占住这个端口，始终在表格第一行，只负责接受连接。每次接受（accept）都返回一个新的套接字，专为这一个客户端服务，有自己的对端、缓冲区、状态和结局。

点击“开始监听”，让客户端连接：OnePort 客户端窗口、ncat、telnet 或设备都可以。在表格中选择套接字，收发记录就只显示它们；要只发给它们，请在“发送给”中选“选中”，或在右键菜单中选“发送给这些”。已关闭的套接字以灰色留在表格中，并注明关闭原因。

“仅显示”模式下，消息只显示出来，客户端看不到彼此的消息；“回显”把每条消息发回给发送者；“转发”把它发给其他所有客户端。</translation>
    </message>
    <message>
        <source>Open a client window that is connected here</source>
        <translation>打开一个已连接到此处的客户端窗口</translation>
    </message>
    <message>
        <source>Show the picture of the sockets</source>
        <translation>显示套接字示意图</translation>
    </message>
    <message>
        <source>Another service, on a port of its own</source>
        <translation>再开一个服务，使用自己的端口</translation>
    </message>
    <message>
        <source>Close this service, when there are several</source>
        <translation>关闭此服务（有多个服务时）</translation>
    </message>
    <message>
        <source>The next service</source>
        <translation>下一个服务</translation>
    </message>
    <message>
        <source>The service before</source>
        <translation>上一个服务</translation>
    </message>
</context>
<context>
    <name>ServerProblem</name>
    <message>
        <source>Can&apos;t listen on %1: another program uses this port. Stop that program, choose another port, or use port 0 for a free one.</source>
        <translation>无法监听 %1：此端口已被其他程序占用。请停止该程序、换一个端口，或用端口 0 任选空闲端口。</translation>
    </message>
    <message>
        <source>Can&apos;t listen on %1: the system does not permit this port. Choose a port from 1024 upwards.</source>
        <translation>无法监听 %1：系统不允许使用此端口。请选择 1024 或更大的端口。</translation>
    </message>
    <message>
        <source>Can&apos;t listen on %1: %2</source>
        <translation>无法监听 %1：%2</translation>
    </message>
    <message>
        <source>A client was gone before its connection could be taken.</source>
        <translation>一个客户端在连接被接受之前已离开。</translation>
    </message>
    <message>
        <source>Can&apos;t accept more clients now: %1. New ones wait and are accepted as soon as others leave.</source>
        <translation>暂时无法接受更多客户端：%1。新客户端先等待，一有客户端离开即被接受。</translation>
    </message>
    <message>
        <source>Clients are accepted again.</source>
        <translation>已恢复接受客户端。</translation>
    </message>
    <message>
        <source>Not sent: no client is connected.</source>
        <translation>未发送：没有客户端连接。</translation>
    </message>
    <message>
        <source>There is no open socket #%1.</source>
        <translation>没有打开的套接字 #%1。</translation>
    </message>
    <message>
        <source>Can&apos;t listen on %1: this machine does not have that address. Choose one of its own.</source>
        <translation>无法在 %1 上监听：本机没有这个地址。请改用本机的地址。</translation>
    </message>
    <message>
        <source>Can&apos;t listen on %1: the system has no threads left for this program. Close other programs, then start it again.</source>
        <translation>无法在 %1 上监听：系统没有可供本程序使用的线程了。请关闭其他程序，然后重新启动本程序。</translation>
    </message>
</context>
<context>
    <name>ServerStatusBar</name>
    <message>
        <source>Open: %1</source>
        <translation>打开：%1</translation>
    </message>
    <message>
        <source>RX %1 (%2/s)</source>
        <translation>RX %1（%2/s）</translation>
    </message>
    <message>
        <source>TX %1 (%2/s)</source>
        <translation>TX %1（%2/s）</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 条/秒</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Closed sockets dropped: %1</source>
        <translation>已移除关闭的套接字：%1</translation>
    </message>
    <message>
        <source>Accepted sockets that are open</source>
        <translation>已接受且仍打开的套接字</translation>
    </message>
    <message>
        <source>Bytes received by all sockets, and in the last second</source>
        <translation>所有套接字接收的字节数，以及最近一秒的字节数</translation>
    </message>
    <message>
        <source>Bytes sent by all sockets, and in the last second</source>
        <translation>所有套接字发送的字节数，以及最近一秒的字节数</translation>
    </message>
    <message>
        <source>Messages received and sent in the last second</source>
        <translation>最近一秒收发的消息数</translation>
    </message>
    <message>
        <source>The window keeps a limited number of rows. The oldest made room for newer ones.</source>
        <translation>窗口保留的记录数有限。最早的已为较新的让出位置。</translation>
    </message>
    <message>
        <source>Oldest records gone: %1</source>
        <translation>已清除的最早记录：%1</translation>
    </message>
    <message>
        <source>Where clients connect to</source>
        <translation>客户端连接到的地址</translation>
    </message>
    <message>
        <source>The threads that serve the sockets, the memory of this program, and how long it takes until an event loop comes to what waits for it. The highest of each so far, in each way that was tried:</source>
        <translation>为套接字服务的线程、本程序占用的内存，以及事件循环要过多久才处理到等待它的事情。试过的每种方式中，各项迄今的最高值：</translation>
    </message>
</context>
<context>
    <name>ServerTour</name>
    <message>
        <source>&amp;Tour: one port, many sockets</source>
        <translation>导览：一个端口，多个套接字(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ServerWindow</name>
    <message>
        <source>OnePort Server</source>
        <translation>OnePort 服务器</translation>
    </message>
    <message>
        <source>Can&apos;t listen on %1: the tab “%2” of this window listens on %3. Choose another port, or stop listening there first.</source>
        <translation>无法监听 %1：本窗口的标签页“%2”正在监听 %3。请换一个端口，或先在那里停止监听。</translation>
    </message>
</context>
<context>
    <name>ServiceBody</name>
    <message>
        <source>Messages are only shown: clients don&apos;t see each other. Choose Relay to pass them on.</source>
        <translation>消息只显示：客户端彼此看不到。选择“转发”可将消息传给其他客户端。</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>“%1” is not an address to listen on. Choose one from the list, or type an IPv4 or IPv6 address of this machine.</source>
        <translation>“%1”不是可以监听的地址。请从列表中选择，或输入本机的 IPv4 或 IPv6 地址。</translation>
    </message>
    <message>
        <source>The client program %1 does not start.</source>
        <translation>客户端程序 %1 无法启动。</translation>
    </message>
</context>
<context>
    <name>ServiceSummary</name>
    <message>
        <source>free port</source>
        <translation>空闲端口</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Open sockets: %1</source>
        <translation>打开的套接字：%1</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
    <message>
        <source>Framing: %1</source>
        <translation>分帧：%1</translation>
    </message>
</context>
<context>
    <name>ServiceTabs</name>
    <message>
        <source>Something happened here since you looked.</source>
        <translation>自上次查看以来，这里有新动静。</translation>
    </message>
    <message>
        <source>%1, something new</source>
        <translation>%1，有新内容</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Another service in this window, on a port of its own</source>
        <translation>在本窗口中再开一个服务，使用自己的端口</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新建服务</translation>
    </message>
</context>
<context>
    <name>ServingComparison</name>
    <message numerus="yes">
        <source>%n I/O thread(s)</source>
        <translation>
            <numerusform>%n 个 I/O 线程</numerusform>
        </translation>
    </message>
    <message>
        <source>delay %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>One thread per client</source>
        <translation>每个客户端一个线程</translation>
    </message>
    <message>
        <source>One event loop</source>
        <translation>一个事件循环</translation>
    </message>
    <message numerus="yes">
        <source>An event loop in each of %n thread(s)</source>
        <translation>
            <numerusform>%n 个线程各有一个事件循环</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>delay %1, at worst %2</source>
        <translation>延迟 %1，最长 %2</translation>
    </message>
</context>
<context>
    <name>ServingMenu</name>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>How many threads serve the clients, each with an event loop:</source>
        <translation>用多少个线程为客户端服务（每个线程有一个事件循环）：</translation>
    </message>
    <message>
        <source>Ser&amp;ved by</source>
        <translation>服务方式(&amp;V)</translation>
    </message>
    <message>
        <source>Which threads of this program read and write the clients&apos; sockets. It is chosen before listening; the status bar tells what it costs.</source>
        <translation>由本程序的哪些线程读写各客户端的套接字。在开始监听之前选择；状态栏显示其代价。</translation>
    </message>
    <message>
        <source>One event &amp;loop</source>
        <translation>一个事件循环(&amp;L)</translation>
    </message>
    <message>
        <source>One thread waits for all sockets at once, and serves whichever is ready.</source>
        <translation>一个线程同时等待所有套接字，哪个就绪就为哪个服务。</translation>
    </message>
    <message numerus="yes">
        <source>An event loop in each of %n &amp;thread(s)…</source>
        <translation>
            <numerusform>%n 个线程各有一个事件循环(&amp;T)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Each client is given to the thread that has the fewest.</source>
        <translation>每个客户端交给当前客户端最少的线程。</translation>
    </message>
    <message>
        <source>One thread per &amp;client</source>
        <translation>每个客户端一个线程(&amp;C)</translation>
    </message>
    <message>
        <source>Each client has a thread of its own, up to %1; who comes then shares them. A thread whose client has left waits for the next.</source>
        <translation>每个客户端有自己的线程，最多 %1 个，再来的客户端与它们共用。客户端离开后，其线程等待下一个客户端。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>What goes over the sockets can&apos;t be kept: %1 Free some room, or make the folder writable, then start again.</source>
        <translation>无法保存套接字上收发的内容：%1请腾出空间，或使文件夹可写，然后重新启动。</translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>OnePort sessions (*.%1)</source>
        <translation>OnePort 会话 (*.%1)</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Saving the session …</source>
        <translation>正在保存会话…</translation>
    </message>
    <message>
        <source>Opening the session …</source>
        <translation>正在打开会话…</translation>
    </message>
    <message>
        <source>The session is saved in %1.</source>
        <translation>会话已保存到 %1。</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
        <source>S&amp;ave session as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Disk limit…</source>
        <translation>磁盘上限(&amp;D)…</translation>
    </message>
    <message numerus="yes">
        <source>The File menu has %Ln more.</source>
        <translation>
            <numerusform>“文件”菜单中还有 %Ln 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the session of a crash</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Discard…</source>
        <comment>the session of a crash</comment>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>OnePort ended unexpectedly after %1: its record of %2 is kept.</source>
        <translation>OnePort 在 %1 之后意外退出：保留了 %2 的记录。</translation>
    </message>
</context>
<context>
    <name>SessionFolder</name>
    <message>
        <source>A folder for the session can&apos;t be made in %1.</source>
        <translation>无法在 %1 中创建会话文件夹。</translation>
    </message>
    <message>
        <source>The session in %1 is in use by a program.</source>
        <translation>%1 中的会话正被某个程序使用。</translation>
    </message>
    <message>
        <source>The session in %1 can&apos;t be locked.</source>
        <translation>无法锁定 %1 中的会话。</translation>
    </message>
    <message>
        <source>The session in %1 can&apos;t be written: %2</source>
        <translation>无法写入 %1 中的会话：%2</translation>
    </message>
    <message>
        <source>The session in %1 was written by another version of OnePort.</source>
        <translation>%1 中的会话由另一版本的 OnePort 写入。</translation>
    </message>
    <message>
        <source>There is no session in %1.</source>
        <translation>%1 中没有会话。</translation>
    </message>
</context>
<context>
    <name>SessionLoad</name>
    <message>
        <source>The session %1 can&apos;t be opened: %2</source>
        <translation>无法打开会话 %1：%2</translation>
    </message>
    <message>
        <source>its header is damaged.</source>
        <translation>文件头已损坏。</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>another version of OnePort wrote it.</source>
        <translation>它由另一版本的 OnePort 写入。</translation>
    </message>
    <message>
        <source>it is no saved session, or its beginning is damaged.</source>
        <translation>它不是已保存的会话，或开头已损坏。</translation>
    </message>
    <message>
        <source>what it says of its framing and encoding is damaged.</source>
        <translation>其中关于分帧和编码的记载已损坏。</translation>
    </message>
</context>
<context>
    <name>SessionSave</name>
    <message>
        <source>a part of the session can&apos;t be read.</source>
        <translation>会话的一部分无法读取。</translation>
    </message>
    <message>
        <source>The session can&apos;t be saved as %1: %2</source>
        <translation>无法将会话保存为 %1：%2</translation>
    </message>
</context>
<context>
    <name>SessionWindow</name>
    <message>
        <source>The last %L1 bytes of this session are not whole and are left out.</source>
        <translation>此会话末尾的 %L1 字节不完整，已略去。</translation>
    </message>
    <message>
        <source>%1 – OnePort session</source>
        <translation>%1 – OnePort 会话</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;raming</source>
        <translation>分帧(&amp;R)</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>There is nothing in this session.</source>
        <translation>此会话中没有内容。</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>Of %L1 sockets the first %L2 are listed.</source>
        <translation>共 %L1 个套接字，只列出前 %L2 个。</translation>
    </message>
    <message>
        <source>Session of %1 (recovered) – OnePort</source>
        <translation>%1 的会话（已恢复）– OnePort</translation>
    </message>
    <message>
        <source>Soc&amp;ket</source>
        <translation>套接字(&amp;K)</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Whose bytes and events are shown, and whose framing and encoding are chosen beside it.</source>
        <translation>显示哪个套接字的字节和事件；旁边选择的分帧和编码也只用于它。</translation>
    </message>
    <message>
        <source>All sockets</source>
        <translation>全部套接字</translation>
    </message>
    <message>
        <source>OnePort session – help</source>
        <translation>OnePort 会话 – 帮助</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>使用说明(&amp;H)</translation>
    </message>
    <message>
        <source>A part of this session can&apos;t be read any more: another program made its file shorter.</source>
        <translation>此会话的一部分已无法读取：其他程序把它的文件截短了。</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>SocketCell</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>关闭原因</translation>
    </message>
    <message>
        <source>Each accepted socket gets the next number. None is used twice.</source>
        <translation>每个接受的套接字依次编号，编号不会重复使用。</translation>
    </message>
    <message>
        <source>The client&apos;s address and port</source>
        <translation>客户端的地址和端口</translation>
    </message>
    <message>
        <source>This end&apos;s address and port: the port is the one we listen on</source>
        <translation>本端的地址和端口：端口就是所监听的端口</translation>
    </message>
    <message>
        <source>Bytes that were read from the client</source>
        <translation>从客户端读取的字节数</translation>
    </message>
    <message>
        <source>Bytes that the system took for the client</source>
        <translation>系统已接收、将发给客户端的字节数</translation>
    </message>
    <message>
        <source>Bytes that wait here, because the system doesn&apos;t take them yet</source>
        <translation>系统暂未接收、在此排队的字节数</translation>
    </message>
    <message>
        <source>When it was accepted, or began to listen</source>
        <translation>被接受或开始监听的时间</translation>
    </message>
    <message>
        <source>A listening socket carries no bytes: it only accepts.</source>
        <translation>监听套接字不传送数据，只接受连接。</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>The listening socket: it holds the port and has no peer. Each accept returns a new socket for that one client.</source>
        <translation>监听套接字：占住端口，没有对端。每次接受（accept）都返回一个新的套接字，专为这一个客户端服务。</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>no peer</source>
        <translation>无对端</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>How its bytes are divided into messages, and what characters they are</source>
        <translation>它的字节如何分成消息，以及是什么字符</translation>
    </message>
    <message>
        <source>#%1, with framing and encoding of its own: %2</source>
        <translation>#%1，使用自己的分帧和编码：%2</translation>
    </message>
    <message>
        <source>half-closed by the peer</source>
        <translation>对端已半关闭</translation>
    </message>
    <message>
        <source>half-closed by us</source>
        <translation>我方已半关闭</translation>
    </message>
</context>
<context>
    <name>SocketCommands</name>
    <message>
        <source>Limit of clients</source>
        <translation>客户端上限</translation>
    </message>
    <message>
        <source>How many clients may be connected at once. Who comes then is turned away:</source>
        <translation>最多可同时连接的客户端数。再来的会被拒绝：</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>积压队列长度</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>停止读取(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing more is read from these sockets. The buffers fill up, then TCP lets the peer wait. Nothing is lost.</source>
        <translation>不再从这些套接字读取。缓冲区逐渐填满，之后 TCP 让对端等待。不会丢失任何数据。</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>继续读取(&amp;O)</translation>
    </message>
    <message>
        <source>Reads what has waited, and goes on.</source>
        <translation>读取等待中的内容并继续。</translation>
    </message>
    <message>
        <source>Shut down &amp;writing</source>
        <translation>关闭写方向(&amp;W)</translation>
    </message>
    <message>
        <source>Sends FIN after what is queued: we send no more, and still receive.</source>
        <translation>发完排队的内容后发送 FIN：我方不再发送，但仍可接收。</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>重置(&amp;T)</translation>
    </message>
    <message>
        <source>Closes with RST, at once. What is queued, and what the peer has not read yet, is lost.</source>
        <translation>立即用 RST 关闭。排队待发的和对端尚未读取的内容都会丢失。</translation>
    </message>
    <message>
        <source>&amp;Pause accepting</source>
        <translation>暂停接受(&amp;P)</translation>
    </message>
    <message>
        <source>The system still connects clients, up to the backlog, but nobody accepts them: they wait.</source>
        <translation>系统仍会替客户端完成连接（不超过积压队列长度），但无人接受：它们在等待。</translation>
    </message>
    <message>
        <source>&amp;Backlog: %1…</source>
        <translation>积压队列长度(&amp;B)：%1…</translation>
    </message>
    <message>
        <source>&amp;Let in</source>
        <translation>准入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Everyone at once</source>
        <translation>所有人同时(&amp;E)</translation>
    </message>
    <message>
        <source>Each client is accepted when it comes.</source>
        <translation>每个客户端一到就接受。</translation>
    </message>
    <message>
        <source>At &amp;most %1…</source>
        <translation>最多 %1 个(&amp;M)…</translation>
    </message>
    <message>
        <source>At &amp;most…</source>
        <translation>最多(&amp;M)…</translation>
    </message>
    <message>
        <source>Who comes when so many are there is accepted and turned away.</source>
        <translation>人数已满时，再来的会先被接受，再被拒绝。</translation>
    </message>
    <message>
        <source>&amp;One at a time</source>
        <translation>一次一个(&amp;O)</translation>
    </message>
    <message>
        <source>The next client waits in the backlog, connected but not accepted, until the one before has left.</source>
        <translation>下一个客户端已连接但未被接受，在积压队列中等待，直到前一个离开。</translation>
    </message>
    <message>
        <source>How many clients may be connected by the system and wait to be accepted. This takes effect at the next start of listening:</source>
        <translation>系统最多可以让多少个客户端先连上并等待接受。下次开始监听时生效：</translation>
    </message>
    <message>
        <source>How many clients may be connected and wait to be accepted. Takes effect at the next start.</source>
        <translation>最多可以有多少个客户端已连接并等待接受。下次开始监听时生效。</translation>
    </message>
    <message>
        <source>Limit for each address</source>
        <translation>每个地址的上限</translation>
    </message>
    <message>
        <source>How many clients of one address may be connected at once. Who comes from there then is turned away:</source>
        <translation>同一地址最多可同时连接多少个客户端。超出的会被拒绝：</translation>
    </message>
    <message>
        <source>At most %1 from each &amp;address</source>
        <translation>每个地址最多 %1 个(&amp;A)</translation>
    </message>
    <message>
        <source>Limit each &amp;address…</source>
        <translation>限制每个地址(&amp;A)…</translation>
    </message>
    <message>
        <source>Who comes when so many of the same address are there is accepted and turned away.</source>
        <translation>同一地址已有这么多客户端时，新来的会先被接受，随即被拒绝。</translation>
    </message>
</context>
<context>
    <name>SocketLine</name>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>socket #%1</source>
        <translation>套接字 #%1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅显示%1</translation>
    </message>
    <message>
        <source>Show all sockets</source>
        <translation>显示所有套接字</translation>
    </message>
</context>
<context>
    <name>SocketState</name>
    <message>
        <source>listening</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>half-closed: the peer sends no more</source>
        <translation>半关闭：对端不再发送</translation>
    </message>
    <message>
        <source>half-closed: we send no more</source>
        <translation>半关闭：本端不再发送</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>%1, reading stopped</source>
        <translation>%1，已停止读取</translation>
    </message>
    <message>
        <source>%1, accepting paused</source>
        <translation>%1，已暂停接受</translation>
    </message>
</context>
<context>
    <name>SocketsPane</name>
    <message>
        <source>Soc&amp;kets</source>
        <translation>套接字(&amp;K)</translation>
    </message>
    <message>
        <source>Filter by number, address or state</source>
        <translation>按编号、地址或状态筛选</translation>
    </message>
    <message>
        <source>Filter sockets</source>
        <translation>筛选套接字</translation>
    </message>
</context>
<context>
    <name>SocketsView</name>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制对端地址</translation>
    </message>
    <message>
        <source>Copy local address</source>
        <translation>复制本端地址</translation>
    </message>
    <message>
        <source>Clear closed</source>
        <translation>清除已关闭的套接字</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Send to these</source>
        <translation>发送给这些</translation>
    </message>
    <message>
        <source>Send to this one</source>
        <translation>只发送给它</translation>
    </message>
    <message>
        <source>Framing and encoding…</source>
        <translation>分帧和编码…</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>connecting to %1 …</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>%1 · from %2 · %3</source>
        <translation>%1 · 本端 %2 · %3</translation>
    </message>
</context>
<context>
    <name>StateStep</name>
    <message>
        <source>listening</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>accepting paused: who connects waits in the backlog</source>
        <translation>暂停接受：新连接在积压队列中等待</translation>
    </message>
    <message>
        <source>accepting again</source>
        <translation>恢复接受</translation>
    </message>
    <message>
        <source>looking up the host</source>
        <translation>正在查找主机</translation>
    </message>
    <message>
        <source>handshake: SYN sent</source>
        <translation>握手：已发送 SYN</translation>
    </message>
    <message>
        <source>accepted: the system had done the handshake</source>
        <translation>已接受：系统已完成握手</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>reading stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>reading again</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>the peer&apos;s FIN: it sends no more</source>
        <translation>对端 FIN：对端不再发送</translation>
    </message>
    <message>
        <source>our FIN: we send no more</source>
        <translation>我方 FIN：我方不再发送</translation>
    </message>
    <message>
        <source>closing: what is queued is still sent</source>
        <translation>正在关闭：仍会发完排队的内容</translation>
    </message>
    <message>
        <source>our RST: what was queued is gone</source>
        <translation>我方 RST：排队的内容已丢弃</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>已关闭：%1</translation>
    </message>
</context>
<context>
    <name>StoreWarning</name>
    <message>
        <source>Not kept: %1 (%L2 records, %L3 bytes so far). Connections go on; free some room on the disk.</source>
        <translation>未能保存：%1（目前共 %L2 条记录、%L3 字节）。连接不受影响；请腾出磁盘空间。</translation>
    </message>
</context>
<context>
    <name>TargetText</name>
    <message>
        <source>There is no host to connect to. Type a name or an address, such as 127.0.0.1.</source>
        <translation>没有填写要连接的主机。请输入名称或地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>A host has no blanks in it. Type a name or an address, such as 127.0.0.1.</source>
        <translation>主机中不能有空格。请输入名称或地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535. Type the one that the server listens on, such as 8080.</source>
        <translation>端口须为 1 到 65535 的数字。请输入服务器监听的端口，例如 8080。</translation>
    </message>
</context>
<context>
    <name>TimeStampMenu</name>
    <message>
        <source>&amp;Time stamps</source>
        <translation>时间显示(&amp;T)</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>当天时刻(&amp;D)</translation>
    </message>
    <message>
        <source>Since the &amp;first row</source>
        <translation>距第一条记录(&amp;F)</translation>
    </message>
    <message>
        <source>Since the row &amp;before</source>
        <translation>距上一条记录(&amp;B)</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Already so.</source>
        <translation>已经如此。</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>转到该处(&amp;G)</translation>
    </message>
    <message>
        <source>Moves the keyboard to the control in the frame.</source>
        <translation>把键盘焦点移到框中的控件。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Leave the tour</source>
        <translation>离开导览(&amp;L)</translation>
    </message>
    <message>
        <source>Esc does the same.</source>
        <translation>按 Esc 也可以。</translation>
    </message>
    <message>
        <source>Shows the next step, also if what this one waits for has not happened.</source>
        <translation>显示下一步，即使这一步等待的事还没有发生。</translation>
    </message>
    <message>
        <source>Ends the tour. What you did in the window stays as it is.</source>
        <translation>结束导览。您在窗口中所做的一切保持不变。</translation>
    </message>
    <message>
        <source>F&amp;inish</source>
        <translation>完成(&amp;I)</translation>
    </message>
    <message>
        <source>What this step is about.</source>
        <translation>这一步讲什么。</translation>
    </message>
    <message>
        <source>What you do in this step, and then what has happened.</source>
        <translation>这一步您要做什么，以及随后发生了什么。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Shows the step before.</source>
        <translation>显示上一步。</translation>
    </message>
</context>
<context>
    <name>TourStep</name>
    <message>
        <source>Why is an address not enough?</source>
        <translation>只有地址为什么不够？</translation>
    </message>
    <message>
        <source>An IP address finds a machine, not a program on it: one knows where the restaurant is, and has not ordered yet. The port says which service is meant. And a conversation needs more than both: what has arrived, what is on its way, whether it still lasts. That is what a socket keeps.</source>
        <translation>IP 地址只能找到一台机器，找不到其中的程序：就像知道餐馆在哪里，却还没有点菜。端口说明要的是哪项服务。而一次对话需要的比这两者更多：什么已经到达，什么还在路上，对话是否还在继续。这些都由套接字保存。</translation>
    </message>
    <message>
        <source>Look at Address and Port: together they are the endpoint that clients connect to. Then press Next.</source>
        <translation>请看“地址”和“端口”：两者合起来就是客户端要连接的端点。然后按“下一步”。</translation>
    </message>
    <message>
        <source>A port is taken once</source>
        <translation>端口只绑定一次</translation>
    </message>
    <message>
        <source>A server makes a socket (socket), gives it an address and a port (bind), and says that it waits for clients (listen). Another program that asks for this port meanwhile is turned away. This socket carries no conversation: it only waits.</source>
        <translation>服务器创建一个套接字（socket），给它地址和端口（bind），并声明等待客户端（listen）。这期间别的程序再要这个端口会被拒绝。这个套接字不承载对话，只负责等待。</translation>
    </message>
    <message>
        <source>Press Start listening.</source>
        <translation>请按“开始监听”。</translation>
    </message>
    <message>
        <source>It listens on %1. The listening socket is the first row of the table, and stays there.</source>
        <translation>正在监听 %1。监听套接字是表格的第一行，并一直留在那里。</translation>
    </message>
    <message>
        <source>Each accept returns a new socket</source>
        <translation>每次 accept 返回一个新的套接字</translation>
    </message>
    <message>
        <source>A client makes a socket too and connects it to the server’s endpoint. The two systems greet each other (TCP’s three-way handshake). Then accept hands the server a new socket, for this one client, while the listening socket goes on waiting.</source>
        <translation>客户端也创建一个套接字，并把它连接到服务器的端点。双方的系统先互相问候（TCP 三次握手）。随后 accept 交给服务器一个新的套接字，专供这一个客户端使用，而监听套接字继续等待。</translation>
    </message>
    <message>
        <source>Press Open client window, or connect another program to %1.</source>
        <translation>请按“打开客户端窗口”，或用其他程序连接 %1。</translation>
    </message>
    <message>
        <source>There is a new row: a socket for the client %2 alone. At this end it has the same port as the listening socket.</source>
        <translation>多了一行：这个套接字只供客户端 %2 使用。它在这一端的端口与监听套接字相同。</translation>
    </message>
    <message>
        <source>What arrives waits in a buffer</source>
        <translation>到达的数据在缓冲区中等待</translation>
    </message>
    <message>
        <source>TCP delivers bytes in the order in which they were sent, repeats what gets lost, and slows down who sends too fast. What has arrived waits in the socket’s buffer until the program reads it (recv). TCP knows no messages: the framing says where one ends.</source>
        <translation>TCP 按发送的顺序交付字节，重发丢失的部分，并让发得太快的一方慢下来。到达的数据在套接字的缓冲区中等待，直到程序把它读走（recv）。TCP 没有消息的概念：消息在哪里结束由分帧决定。</translation>
    </message>
    <message>
        <source>Write something in the client window and press Send there.</source>
        <translation>请在客户端窗口中写点什么，并按那里的“发送”。</translation>
    </message>
    <message>
        <source>%3 came in. The transcript shows the message with the number of its socket.</source>
        <translation>已收到 %3。收发记录显示这条消息及其套接字的编号。</translation>
    </message>
    <message>
        <source>The same socket sends</source>
        <translation>同一个套接字也负责发送</translation>
    </message>
    <message>
        <source>A socket works both ways: send puts bytes into another buffer, and the system passes them on as fast as the client takes them. Endpoints, protocol, buffers, state and operations: these five are what a socket wraps. View → Inspector shows them, live.</source>
        <translation>套接字是双向的：send 把字节放入另一个缓冲区，系统按客户端接收的速度把它们送出。端点、协议、缓冲区、状态和操作：套接字包装的就是这五样。“视图 → 检查器”实时显示它们。</translation>
    </message>
    <message>
        <source>Write something in the message field of this window and press Send.</source>
        <translation>请在本窗口的消息框中写点什么，并按“发送”。</translation>
    </message>
    <message>
        <source>How can one port serve many clients?</source>
        <translation>一个端口怎么接多个客户端？</translation>
    </message>
    <message>
        <source>bind was called once, and no second port is needed: a connection is told by both of its ends. Each client has an endpoint of its own, so the system knows which socket a byte is for. Without a socket for each, the next client would wait until the one before has left.</source>
        <translation>bind 只调用了一次，也不需要第二个端口：一个连接由它的两端共同确定。每个客户端都有自己的端点，因此系统知道每个字节属于哪个套接字。如果不是每个客户端各有一个套接字，下一个客户端就得等前一个离开。</translation>
    </message>
    <message>
        <source>Press Open client window once more.</source>
        <translation>请再按一次“打开客户端窗口”。</translation>
    </message>
    <message>
        <source>Connected at the same time: %5, each by a socket of its own, all of them by one port.</source>
        <translation>同时连接的客户端：%5 个，各有自己的套接字，都经由同一个端口。</translation>
    </message>
    <message>
        <source>One port, many sockets</source>
        <translation>一个端口，多个套接字</translation>
    </message>
    <message>
        <source>A conversation ends with close: the peer is told (FIN), and both sockets change their state until all is said. The others don’t notice. Without sockets all of this would be yours to write: fragments, sequence numbers, retransmission, flow control, time-outs.</source>
        <translation>对话以 close 结束：对端会得到通知（FIN），两端套接字的状态随之改变，直到全部说完。其他套接字毫无察觉。没有套接字，这些都得您自己写：分片、序号、重传、流量控制、超时。</translation>
    </message>
    <message>
        <source>Close one of the client windows.</source>
        <translation>请关闭其中一个客户端窗口。</translation>
    </message>
    <message>
        <source>The server does not listen now. Press Start listening first.</source>
        <translation>服务器现在没有监听。请先按“开始监听”。</translation>
    </message>
    <message>
        <source>No client is connected now. Press Open client window first, or connect another program to %1.</source>
        <translation>现在没有客户端连接。请先按“打开客户端窗口”，或用其他程序连接 %1。</translation>
    </message>
    <message>
        <source>Your message went out. The table shows what each socket received and sent.</source>
        <translation>您的消息已发出。表格显示每个套接字收发了多少。</translation>
    </message>
    <message>
        <source>Socket #%4 is closed, and its row says why. The listening socket waits for the next client, as before: one port, many sockets.</source>
        <translation>套接字 #%4 已关闭，它那一行写明了原因。监听套接字照常等待下一个客户端：一个端口，多个套接字。</translation>
    </message>
</context>
<context>
    <name>TrafficStore</name>
    <message>
        <source>The session can&apos;t be recorded: %1</source>
        <translation>无法记录会话：%1</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>…continued</source>
        <translation>…接上段</translation>
    </message>
    <message>
        <source>goes on…</source>
        <translation>未完…</translation>
    </message>
    <message>
        <source>%L1 bytes</source>
        <translation>%L1 字节</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>非 %1</translation>
    </message>
</context>
<context>
    <name>TranscriptBrowser</name>
    <message>
        <source>Going through what was kept …</source>
        <translation>正在遍历已保存的记录…</translation>
    </message>
    <message>
        <source>&amp;Export what is shown…</source>
        <translation>导出所显示的记录(&amp;E)…</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>筛选(&amp;I)…</translation>
    </message>
    <message>
        <source>Message &amp;details</source>
        <translation>消息详情(&amp;D)</translation>
    </message>
    <message>
        <source>Text and bytes of the selected message, side by side</source>
        <translation>并排显示所选消息的文本和字节</translation>
    </message>
    <message>
        <source>Show cleared &amp;rows again</source>
        <translation>重新显示已清空的记录(&amp;R)</translation>
    </message>
    <message>
        <source>That is more than the clipboard is for: at most %L1 rows and %L2 bytes. Export what is shown instead.</source>
        <translation>超出剪贴板的适用范围：最多 %L1 条记录、%L2 字节。请改用“导出所显示的记录”。</translation>
    </message>
    <message>
        <source>&amp;Only the rows of %1</source>
        <translation>仅显示%1的行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Only this socket&apos;s rows</source>
        <translation>仅显示此套接字的行(&amp;O)</translation>
    </message>
    <message>
        <source>Soc&amp;ket calls</source>
        <translation>套接字调用(&amp;K)</translation>
    </message>
    <message>
        <source>What each action stands for, call by call, with values and results</source>
        <translation>每个操作所代表的调用，逐个列出，带参数和结果</translation>
    </message>
</context>
<context>
    <name>TranscriptDelegate</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptExport</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet (*.csv)</source>
        <translation>CSV，用于电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Hex dump (*.hex)</source>
        <translation>十六进制转储 (*.hex)</translation>
    </message>
    <message>
        <source>Received bytes and nothing else (*.bin)</source>
        <translation>仅收到的字节 (*.bin)</translation>
    </message>
    <message>
        <source>Sent bytes and nothing else (*.bin)</source>
        <translation>仅发出的字节 (*.bin)</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>导出所显示的记录</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Exported %L1 rows, %L2 bytes, to %3.</source>
        <translation>已将 %L1 条记录（%L2 字节）导出到 %3。</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>通信记录</translation>
    </message>
    <message>
        <source>It is written as “%1”, which was chosen, though its name ends in .%2.</source>
        <translation>已按所选的“%1”写入，尽管文件名以 .%2 结尾。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older row(s) went while it was written, and are missing.</source>
        <translation>
            <numerusform>写入期间有 %Ln 条较早的行已被移除，未包含在内。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>RX ←</source>
        <translation>RX ←</translation>
    </message>
    <message>
        <source>TX →</source>
        <translation>TX →</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older record(s) with %1 bytes are gone: the disk limit was reached.</source>
        <translation>
            <numerusform>较早的 %Ln 条记录（%1 字节）已移除：已达磁盘上限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 rows are listed: %2 older row(s) are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</source>
        <translation>
            <numerusform>仅列出最新的 %1 行：另有 %2 行较旧的未列出，筛选也查不到它们。其字节仍保留在会话中，保存会话时也会一并保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 rows are listed: about %2 older row(s) are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</source>
        <translation>
            <numerusform>仅列出最新的 %1 行：另有约 %2 行较旧的未列出，筛选也查不到它们。其字节仍保留在会话中，保存会话时也会一并保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unfinished, %Ln byte(s) so far</source>
        <translation>
            <numerusform>未结束，目前 %Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>waited for its end until here</source>
        <translation>到此处才等到结束</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unfinished message(s), %1 bytes so far: the end has not come.</source>
        <translation>
            <numerusform>%Ln 条消息尚未结束，目前共 %1 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未结束</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message>
        <source>Only the selected sockets: %1</source>
        <translation>仅选中的套接字：%1</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show what happened on every socket.</source>
        <translation>显示所有套接字上发生的事。</translation>
    </message>
    <message>
        <source>Show all sockets</source>
        <translation>显示所有套接字</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>Show only what happened on the sockets that are selected in the table.</source>
        <translation>仅显示表格中选中的套接字上发生的事。</translation>
    </message>
    <message>
        <source>Show selected sockets</source>
        <translation>显示选中的套接字</translation>
    </message>
    <message>
        <source>What is received and sent appears here, with each connect and close.</source>
        <translation>收到和发出的内容，以及每次连接和关闭，都显示在这里。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message numerus="yes">
        <source>%Ln new ↓</source>
        <translation>
            <numerusform>%Ln 条新记录 ↓</numerusform>
        </translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>收发记录</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with &amp;time stamps</source>
        <translation>连同时间复制(&amp;T)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>C&amp;lear view</source>
        <translation>清空视图(&amp;L)</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Press Start listening. The system then chooses a free port, and you can connect clients to it.</source>
        <translation>点击“开始监听”。系统会选择一个空闲端口，客户端即可连接。</translation>
    </message>
    <message>
        <source>No client is connected yet. Open a client window, or run
%1</source>
        <translation>还没有客户端连接。请打开客户端窗口，或运行
%1</translation>
    </message>
    <message>
        <source>No client is connected yet. Run
%1</source>
        <translation>还没有客户端连接。请运行
%1</translation>
    </message>
    <message>
        <source>Press Start listening. Then open a client window, or run
%1</source>
        <translation>点击“开始监听”。然后打开客户端窗口，或运行
%1</translation>
    </message>
    <message>
        <source>Press Start listening. Then run
%1</source>
        <translation>点击“开始监听”。然后运行
%1</translation>
    </message>
    <message>
        <source>Open client window</source>
        <translation>打开客户端窗口</translation>
    </message>
    <message>
        <source>Starts a client window that is connected to this server.</source>
        <translation>启动一个已连接到此服务器的客户端窗口。</translation>
    </message>
</context>
<context>
    <name>WhatsThis</name>
    <message>
        <source>Write a message here. Enter sends it, Shift+Enter starts a new line, Up and Down walk through what was sent before.</source>
        <translation>在这里写消息。Enter 发送，Shift+Enter 换行，上、下方向键翻看以前发送的内容。</translation>
    </message>
    <message>
        <source>Sends the message. While nothing can be sent, its tool tip says why.</source>
        <translation>发送消息。不能发送时，它的提示会说明原因。</translation>
    </message>
    <message>
        <source>How what you type stands for bytes: text, text with the escapes of C or of Packet Sender, or hex.</source>
        <translation>输入的内容如何表示字节：文本、带 C 或 Packet Sender 转义的文本，或十六进制。</translation>
    </message>
    <message>
        <source>Which bytes are sent behind the message: what the framing adds, or a line ending of your choice in its place.</source>
        <translation>消息后面附加哪些字节：分帧所加的，或改用您选择的行尾。</translation>
    </message>
    <message>
        <source>The bytes that will go out. What is wrong with what you typed is said here, and is not sent.</source>
        <translation>将要发出的字节。输入有误时在这里说明，并且不会发送。</translation>
    </message>
    <message>
        <source>What became of the message that was sent last.</source>
        <translation>最近发送的消息结果如何。</translation>
    </message>
    <message>
        <source>What was received (RX) and sent (TX), a message in each row, and what happened to the sockets. It follows the newest row until you scroll up; End follows it again.</source>
        <translation>收到（RX）和发送（TX）的内容，每条消息一行，以及套接字上发生的事。它跟随最新的一行，直到您向上滚动；按 End 重新跟随。</translation>
    </message>
    <message>
        <source>There are new rows below. Press it to follow them again.</source>
        <translation>下面有新的行。按它重新跟随最新的行。</translation>
    </message>
    <message>
        <source>Takes away what hides the rows.</source>
        <translation>取消隐藏这些行的条件。</translation>
    </message>
    <message>
        <source>What to find in the transcript: text, a regular expression or hex bytes. Enter goes to the next match, Shift+Enter to the one before.</source>
        <translation>在收发记录中查找什么：文本、正则表达式或十六进制字节。Enter 转到下一处，Shift+Enter 转到上一处。</translation>
    </message>
    <message>
        <source>Goes to the match before.</source>
        <translation>转到上一处匹配。</translation>
    </message>
    <message>
        <source>Goes to the next match.</source>
        <translation>转到下一处匹配。</translation>
    </message>
    <message>
        <source>How many matches there are, and which one this is.</source>
        <translation>共有多少处匹配，当前是第几处。</translation>
    </message>
    <message>
        <source>Closes the find bar. Esc does the same.</source>
        <translation>关闭查找栏。按 Esc 也可以。</translation>
    </message>
    <message>
        <source>Only rows with this in them are shown: text, a regular expression or hex bytes.</source>
        <translation>只显示含有此内容的行：文本、正则表达式或十六进制字节。</translation>
    </message>
    <message>
        <source>Shows what was received.</source>
        <translation>显示收到的内容。</translation>
    </message>
    <message>
        <source>Shows what was sent.</source>
        <translation>显示发送的内容。</translation>
    </message>
    <message>
        <source>Which events are shown among the messages: connects, closes, errors and others.</source>
        <translation>消息之间显示哪些事件：连接、关闭、错误等。</translation>
    </message>
    <message>
        <source>How many rows are shown, and of how many.</source>
        <translation>显示了多少行，总共多少行。</translation>
    </message>
    <message>
        <source>Closes the filter: all rows are shown.</source>
        <translation>关闭筛选，显示所有行。</translation>
    </message>
    <message>
        <source>What is typed beside it: text, a regular expression or hex bytes.</source>
        <translation>旁边输入的是什么：文本、正则表达式或十六进制字节。</translation>
    </message>
    <message>
        <source>Whether capital and small letters differ.</source>
        <translation>是否区分大小写。</translation>
    </message>
    <message>
        <source>The message as text. What is selected here is selected in its bytes too.</source>
        <translation>以文本显示的消息。在这里选中的，在字节中也会选中。</translation>
    </message>
    <message>
        <source>The bytes of the message: where each line starts, sixteen bytes in hex, and the same as characters. What is selected here is selected in the text too.</source>
        <translation>消息的字节：每行的起始位置、十六个字节的十六进制，以及对应的字符。在这里选中的，在文本中也会选中。</translation>
    </message>
    <message>
        <source>The calls that each action stands for, with their values and results. Qt makes the real calls, but for most recv and send; the counts and values are our own.</source>
        <translation>每个操作所代表的调用，及其参数值和结果。真正的调用由 Qt 完成，大多数 recv 和 send 除外；次数和数值是我们自己的。</translation>
    </message>
    <message>
        <source>What the selected call does.</source>
        <translation>所选调用的作用。</translation>
    </message>
    <message>
        <source>Every change of the socket’s state since it was made, and how it ended.</source>
        <translation>套接字自创建以来的每次状态变化，以及它如何结束。</translation>
    </message>
    <message>
        <source>What the selected socket wraps: its two ends, its protocol, its buffers, its state and its operations. What this system can’t tell is left out.</source>
        <translation>所选套接字包装的内容：它的两端、协议、缓冲区、状态和操作。本系统无法得知的不显示。</translation>
    </message>
    <message>
        <source>The round trip time over the last seconds, as the system measures it.</source>
        <translation>最近几秒的往返时间，由系统测得。</translation>
    </message>
    <message>
        <source>Takes the message away. Nothing else changes.</source>
        <translation>收起这条提示，其他不变。</translation>
    </message>
    <message>
        <source>Shows the rows of all sockets again.</source>
        <translation>重新显示所有套接字的行。</translation>
    </message>
    <message>
        <source>Gives up what is being done. Nothing half done stays.</source>
        <translation>放弃正在进行的工作，不留下半成品。</translation>
    </message>
    <message>
        <source>Pauses the file that is being sent, and goes on with it.</source>
        <translation>暂停正在发送的文件，或继续发送。</translation>
    </message>
    <message>
        <source>Gives up sending the file, or closes this bar when it is done.</source>
        <translation>放弃发送文件；发送完后则关闭此栏。</translation>
    </message>
    <message>
        <source>How fast the file is sent: as fast as the peer reads, or at most so many bytes each second.</source>
        <translation>发送文件的速度：对端读多快就发多快，或每秒最多多少字节。</translation>
    </message>
    <message>
        <source>Writes the rows that are shown to a file: text, CSV, JSON lines, hex dump, or only the bytes.</source>
        <translation>把显示的行写入文件：文本、CSV、JSON 行、十六进制转储，或只有字节。</translation>
    </message>
    <message>
        <source>Shows only the rows with a text, a regular expression or hex bytes in them.</source>
        <translation>只显示含有某文本、正则表达式或十六进制字节的行。</translation>
    </message>
    <message>
        <source>Shows the text of the selected message beside its bytes, and in which reads it came.</source>
        <translation>并排显示所选消息的文本和字节，以及它是分几次读到的。</translation>
    </message>
    <message>
        <source>Shows the calls that stand behind what happened, in order.</source>
        <translation>按顺序显示所发生之事背后的调用。</translation>
    </message>
    <message>
        <source>Shows the rows again that Clear view hid.</source>
        <translation>重新显示被“清空视图”隐藏的行。</translation>
    </message>
    <message>
        <source>Shows only the rows of the socket of this row.</source>
        <translation>只显示这一行所属套接字的行。</translation>
    </message>
    <message>
        <source>Copies the selected rows as text.</source>
        <translation>把选中的行复制为文本。</translation>
    </message>
    <message>
        <source>Copies the selected rows as text, with their times.</source>
        <translation>把选中的行连同时间复制为文本。</translation>
    </message>
    <message>
        <source>Selects all rows that are shown.</source>
        <translation>选中所有显示的行。</translation>
    </message>
    <message>
        <source>Looks for text, a regular expression or hex bytes, and goes from one match to the next.</source>
        <translation>查找文本、正则表达式或十六进制字节，并逐处跳转。</translation>
    </message>
    <message>
        <source>Hides the rows that are shown. They are kept, and can be shown again.</source>
        <translation>隐藏当前显示的行。它们仍被保存，可以重新显示。</translation>
    </message>
    <message>
        <source>Opens a saved session in a window of its own.</source>
        <translation>在单独的窗口中打开保存过的会话。</translation>
    </message>
    <message>
        <source>Sessions that were not saved because the program ended unexpectedly.</source>
        <translation>因程序意外结束而没有保存的会话。</translation>
    </message>
    <message>
        <source>Writes all that was received and sent, and what happened, to one file.</source>
        <translation>把收发的一切和发生的事写入一个文件。</translation>
    </message>
    <message>
        <source>How much room on the disk what goes over the sockets may take. Past it, the oldest goes.</source>
        <translation>套接字上的数据最多占用多少磁盘空间。超出后最旧的先删除。</translation>
    </message>
    <message>
        <source>Copies a program that does what was done on the selected socket, to run it.</source>
        <translation>复制一个程序，它会重做所选套接字上所做的事，可以直接运行。</translation>
    </message>
    <message>
        <source>Copies the bytes of the selected rows in this form.</source>
        <translation>以这种形式复制选中行的字节。</translation>
    </message>
    <message>
        <source>What stands before each row: the time of day, the time since the first row, or since the row before.</source>
        <translation>每行前面显示什么：当天时间、距第一行的时间，或距上一行的时间。</translation>
    </message>
    <message>
        <source>What characters the bytes are. All that came before is shown by it too.</source>
        <translation>字节表示哪些字符。以前的内容也随之改变显示。</translation>
    </message>
    <message>
        <source>The language of this program. It changes at once.</source>
        <translation>本程序的语言，立即生效。</translation>
    </message>
    <message>
        <source>What the selected socket wraps. It can stand on either side of the window, or in a window of its own.</source>
        <translation>所选套接字包装的内容。它可以停靠在窗口任一侧，也可以是独立窗口。</translation>
    </message>
    <message>
        <source>Goes to the part before. A long message is shown in parts.</source>
        <translation>转到上一部分。长消息分部分显示。</translation>
    </message>
    <message>
        <source>Goes to the next part. A long message is shown in parts.</source>
        <translation>转到下一部分。长消息分部分显示。</translation>
    </message>
    <message>
        <source>Lists every key that does something in this window.</source>
        <translation>列出在本窗口中有作用的每个按键。</translation>
    </message>
    <message>
        <source>After this, click on what you want explained. Shift+F1 explains where the keyboard is.</source>
        <translation>选择它之后，点击您想了解的地方。Shift+F1 解释键盘焦点所在的控件。</translation>
    </message>
    <message>
        <source>Shows what the selected socket wraps: its ends, protocol, buffers, state and operations.</source>
        <translation>显示所选套接字包装的内容：两端、协议、缓冲区、状态和操作。</translation>
    </message>
    <message>
        <source>Seven steps with the real window, from “Why is an address not enough?” to “One port, many sockets”.</source>
        <translation>在真实窗口中走七步，从“只有地址为什么不够？”到“一个端口，多个套接字”。</translation>
    </message>
    <message>
        <source>The address of this machine to listen on. With 127.0.0.1 only programs on this machine can connect; with 0.0.0.0 or :: any that reaches it.</source>
        <translation>要监听的本机地址。选 127.0.0.1 时只有本机程序可以连接；选 0.0.0.0 或 :: 时，凡能到达本机的都可以。</translation>
    </message>
    <message>
        <source>Which service it is, among all of this address. With 0 the system chooses a free port.</source>
        <translation>这个地址上的哪一项服务。填 0 时由系统选择空闲端口。</translation>
    </message>
    <message>
        <source>Makes a socket, binds it to address and port and listens; or closes it, together with every client’s connection.</source>
        <translation>创建套接字，绑定到地址和端口并监听；或关闭它，连同所有客户端的连接。</translation>
    </message>
    <message>
        <source>What the server does with a message: only show it, send it back (echo), or pass it on to every other client (relay).</source>
        <translation>服务器如何处理消息：仅显示、发回（回显），或转给其他所有客户端（转发）。</translation>
    </message>
    <message>
        <source>TCP carries a stream of bytes without borders. The framing says where a message ends. All that came before is shown by it too.</source>
        <translation>TCP 传送的是没有边界的字节流。分帧说明消息在哪里结束。以前的内容也随之改变显示。</translation>
    </message>
    <message>
        <source>Where it really listens, and how other machines reach it.</source>
        <translation>实际在哪里监听，以及其他机器如何到达。</translation>
    </message>
    <message>
        <source>Starts a client window that is connected to this server.</source>
        <translation>启动一个已连接到此服务器的客户端窗口。</translation>
    </message>
    <message>
        <source>The listening socket, and below it each socket that accept returned, with its own ends, state, bytes and end. What is selected here is what the transcript, the inspector and Send to speak of.</source>
        <translation>监听套接字，以及其下由 accept 返回的每个套接字，各有自己的两端、状态、字节数和结局。在这里选中的，就是收发记录、检查器和“发送给”所指的套接字。</translation>
    </message>
    <message>
        <source>Shows only the sockets whose number, address or state has this in it.</source>
        <translation>只显示编号、地址或状态中含有此内容的套接字。</translation>
    </message>
    <message>
        <source>The transcript shows what happened on every socket.</source>
        <translation>收发记录显示所有套接字上发生的事。</translation>
    </message>
    <message>
        <source>The transcript shows only what happened on the sockets that are selected in the table.</source>
        <translation>收发记录只显示表格中选中的套接字上发生的事。</translation>
    </message>
    <message>
        <source>Who gets the message: every client, or the sockets that are selected in the table.</source>
        <translation>消息发给谁：所有客户端，或表格中选中的套接字。</translation>
    </message>
    <message>
        <source>Says for each client what became of the message.</source>
        <translation>逐个说明消息在各客户端的结果。</translation>
    </message>
    <message>
        <source>What became of the message: to how many it was sent, where it waits and where it failed.</source>
        <translation>消息的结果：发给了多少个，在哪里等待，在哪里失败。</translation>
    </message>
    <message>
        <source>One step of the tour. The frame shows the control that it speaks of; everything else stays usable.</source>
        <translation>导览的一步。方框标出它所讲的控件；其他一切照常可用。</translation>
    </message>
    <message>
        <source>Starts listening on the address and port of the bar, or stops and closes every client’s connection.</source>
        <translation>在上方栏中的地址和端口上开始监听，或停止监听并关闭所有客户端的连接。</translation>
    </message>
    <message>
        <source>Sends a file as it is to the clients that Send to names, to each at its own pace.</source>
        <translation>把文件原样发送给“发送给”所指的客户端，各按自己的速度。</translation>
    </message>
    <message>
        <source>Closes every connection and quits. What is queued is sent first.</source>
        <translation>关闭所有连接并退出。排队的数据先发完。</translation>
    </message>
    <message>
        <source>Closes the selected sockets. What is queued is sent first.</source>
        <translation>关闭选中的套接字。排队的数据先发完。</translation>
    </message>
    <message>
        <source>Closes every client’s socket. The listening socket stays.</source>
        <translation>关闭所有客户端的套接字。监听套接字保留。</translation>
    </message>
    <message>
        <source>Takes the closed sockets out of the table. What went over them stays in the transcript.</source>
        <translation>把已关闭的套接字从表格中移除。它们收发的内容仍在收发记录中。</translation>
    </message>
    <message>
        <source>Gives the selected sockets a framing and an encoding of their own.</source>
        <translation>为选中的套接字设置各自的分帧和编码。</translation>
    </message>
    <message>
        <source>Opens the page of the manual that fits where the keyboard is.</source>
        <translation>打开与键盘焦点所在之处相符的手册页面。</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>显示程序的版本。</translation>
    </message>
    <message>
        <source>Which columns the table of sockets has.</source>
        <translation>套接字表格有哪些列。</translation>
    </message>
    <message>
        <source>How the stream of bytes is divided into messages. All that came before is shown by it too.</source>
        <translation>字节流如何划分为消息。以前的内容也随之改变显示。</translation>
    </message>
    <message>
        <source>The name or the address of the machine to connect to. The last ones are in the list.</source>
        <translation>要连接的机器的名称或地址。最近用过的在列表中。</translation>
    </message>
    <message>
        <source>Which service on that machine: the port that the server listens on.</source>
        <translation>那台机器上的哪一项服务：服务器监听的端口。</translation>
    </message>
    <message>
        <source>Makes a socket and connects it to host and port; or closes it, after what is queued was sent.</source>
        <translation>创建套接字并连接到主机和端口；或在排队的数据发完后关闭。</translation>
    </message>
    <message>
        <source>How the connection is, which local port it has, and for how long.</source>
        <translation>连接的状况、它的本地端口，以及已持续多久。</translation>
    </message>
    <message>
        <source>How the stream of bytes is divided into messages. View, Framing changes it.</source>
        <translation>字节流如何划分为消息。可在“视图 → 分帧”中更改。</translation>
    </message>
    <message>
        <source>What characters the bytes are. View, Encoding changes it.</source>
        <translation>字节表示哪些字符。可在“视图 → 编码”中更改。</translation>
    </message>
    <message>
        <source>How many bytes were received and sent over this connection.</source>
        <translation>此连接收发了多少字节。</translation>
    </message>
    <message>
        <source>Opens another client window with the same choices.</source>
        <translation>再打开一个设置相同的客户端窗口。</translation>
    </message>
    <message>
        <source>Sends a file as it is to the server.</source>
        <translation>把文件原样发送给服务器。</translation>
    </message>
    <message>
        <source>Closes this window and its connection.</source>
        <translation>关闭此窗口及其连接。</translation>
    </message>
    <message>
        <source>Closes all windows of the client and quits.</source>
        <translation>关闭客户端的所有窗口并退出。</translation>
    </message>
    <message>
        <source>A line feed ends a message; sending adds it. A carriage return before it is not part of the text.</source>
        <translation>换行符结束一条消息，发送时自动加上。它前面的回车符不属于文本。</translation>
    </message>
    <message>
        <source>Only carriage return and line feed together end a message; sending adds both.</source>
        <translation>只有回车加换行才结束一条消息，发送时两者都加上。</translation>
    </message>
    <message>
        <source>A zero byte ends a message; sending adds it.</source>
        <translation>零字节结束一条消息，发送时自动加上。</translation>
    </message>
    <message>
        <source>A message is what one read gave; sending adds nothing.</source>
        <translation>一次读取得到的就是一条消息，发送时不加任何内容。</translation>
    </message>
    <message>
        <source>Another delimiter, a fixed size, a length before each message, or a silence that ends it.</source>
        <translation>其他分隔符、固定长度、消息前的长度，或以静默结束消息。</translation>
    </message>
    <message>
        <source>Makes a socket and connects it to host and port.</source>
        <translation>创建套接字并连接到主机和端口。</translation>
    </message>
    <message>
        <source>Closes the connection, after what is queued was sent.</source>
        <translation>在排队的数据发完后关闭连接。</translation>
    </message>
    <message>
        <source>The sockets as they are now: the listening socket on its port, each accepted one with a line to its client, and what goes over it. What is selected here is selected in the table.</source>
        <translation>套接字此刻的样子：端口上的监听套接字，每个已接受的套接字及其到客户端的连线，以及其上传送的内容。在这里选中的，在表格中也会选中。</translation>
    </message>
    <message>
        <source>Shows the sockets as a picture, live.</source>
        <translation>用示意图实时显示套接字。</translation>
    </message>
    <message>
        <source>Writes the picture to a file: PDF or PNG.</source>
        <translation>把示意图写入文件：PDF 或 PNG。</translation>
    </message>
    <message>
        <source>Holds the messages in the picture still. The sockets go on.</source>
        <translation>让示意图中的消息停住。套接字照常工作。</translation>
    </message>
    <message>
        <source>Shows the picture larger.</source>
        <translation>放大示意图。</translation>
    </message>
    <message>
        <source>Shows the picture smaller.</source>
        <translation>缩小示意图。</translation>
    </message>
    <message>
        <source>Shows the whole picture.</source>
        <translation>显示整个示意图。</translation>
    </message>
    <message>
        <source>Shows the next service of this window.</source>
        <translation>显示本窗口的下一个服务。</translation>
    </message>
    <message>
        <source>The services of this window. Each listens on a port of its own and has its own mode, framing, sockets and transcript. The address can be the same: the port decides.</source>
        <translation>本窗口的各个服务。每个服务监听自己的端口，有自己的模式、分帧、套接字和记录。地址可以相同：由端口区分。</translation>
    </message>
    <message>
        <source>Opens another service in this window. It offers the next port.</source>
        <translation>在本窗口中再开一个服务，默认使用下一个端口。</translation>
    </message>
    <message>
        <source>Stops the service that is shown and takes it out of the window. The others go on.</source>
        <translation>停止当前显示的服务，并将其移出窗口。其他服务继续运行。</translation>
    </message>
    <message>
        <source>Shows the service of this window that is before this one.</source>
        <translation>显示本窗口的上一个服务。</translation>
    </message>
    <message>
        <source>Whom the listening socket lets in: how many clients at once, and how many of one address.</source>
        <translation>监听套接字放行哪些客户端：同时最多多少个，以及每个地址最多多少个。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;New service</source>
        <translation>新建服务(&amp;N)</translation>
    </message>
    <message>
        <source>Another service in this window, on a port of its own</source>
        <translation>在本窗口中再开一个服务，使用自己的端口</translation>
    </message>
    <message>
        <source>&amp;Close service</source>
        <translation>关闭服务(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt service</source>
        <translation>下一个服务(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous service</source>
        <translation>上一个服务(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>工作原理(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About OnePort</source>
        <translation>关于 OnePort(&amp;A)</translation>
    </message>
</context>
</TS>
