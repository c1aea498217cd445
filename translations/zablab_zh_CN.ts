<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cap</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>不限位置</translation>
    </message>
    <message>
        <source>ZooKeeper, cached</source>
        <translation>ZooKeeper，缓存</translation>
    </message>
    <message>
        <source>The network is not cut like that any more.</source>
        <translation>网络现在已经不是这样断开的了。</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一侧</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>注册中心</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>新鲜</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Median age</source>
        <translation>陈旧中位数</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>The servers that are connected with where the client stands</source>
        <translation>与客户端所在位置连通的服务器</translation>
    </message>
    <message>
        <source>Who was asked</source>
        <translation>问的是谁</translation>
    </message>
    <message>
        <source>How many lookups there were</source>
        <translation>查找的次数</translation>
    </message>
    <message>
        <source>How many of them were answered</source>
        <translation>其中得到应答的比例</translation>
    </message>
    <message>
        <source>The answer named just the instances that live and can be reached from there</source>
        <translation>给出的正好是活着且从那里够得着的实例</translation>
    </message>
    <message>
        <source>The answer named one that is gone or cannot be reached, or lacked one</source>
        <translation>给出了已消失或够不着的实例，或者缺了实例</translation>
    </message>
    <message>
        <source>No connection, or no answer in time</source>
        <translation>没有连接，或没有及时应答</translation>
    </message>
    <message>
        <source>A wrong instance was called before the right one</source>
        <translation>先调用了错误的实例，才调到正确的</translation>
    </message>
    <message>
        <source>Of the stale answers: how old the oldest mistake was</source>
        <translation>陈旧应答中：最老的错误有多久</translation>
    </message>
    <message>
        <source>The oldest mistake in any answer</source>
        <translation>所有应答中最老的错误</translation>
    </message>
    <message>
        <source>self-preservation</source>
        <translation>自我保护</translation>
    </message>
    <message>
        <source>%1 of &gt;%2</source>
        <translation>%1，需 &gt;%2</translation>
    </message>
    <message>
        <source>on, %1</source>
        <translation>开，%1</translation>
    </message>
    <message>
        <source>off, %1</source>
        <translation>关，%1</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Renewals in the last minute, and how many more than which are needed</source>
        <translation>上一分钟的续约次数，以及需要多于多少次</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>ZooKeeper: %1. Eureka: %2.</source>
        <translation>ZooKeeper：%1。Eureka：%2。</translation>
    </message>
    <message>
        <source>has its znode</source>
        <translation>有它的 znode</translation>
    </message>
    <message>
        <source>no znode</source>
        <translation>没有 znode</translation>
    </message>
    <message>
        <source>a lease, left: %1</source>
        <translation>有租约，剩余：%1</translation>
    </message>
    <message>
        <source>no lease</source>
        <translation>没有租约</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Provides</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Looks up every</source>
        <translation>查找间隔</translation>
    </message>
    <message>
        <source>In its cache</source>
        <translation>缓存中</translation>
    </message>
    <message>
        <source>Cache age</source>
        <translation>缓存年龄</translation>
    </message>
    <message>
        <source>Asks Eureka at</source>
        <translation>询问的 Eureka</translation>
    </message>
    <message>
        <source>lease %1</source>
        <translation>租约 %1</translation>
    </message>
    <message>
        <source>What stands at this server: whether its ZooKeeper tree has the znode of the instance, and how long its Eureka keeps the lease without a renewal</source>
        <translation>这台服务器上有什么：它的 ZooKeeper 树里是否有该实例的 znode，以及它的 Eureka 在没有续约时租约还能保留多久</translation>
    </message>
</context>
<context>
    <name>Contest</name>
    <message>
        <source>A path is missing, such as %1.</source>
        <translation>缺少路径，例如 %1。</translation>
    </message>
    <message>
        <source>%1 is not a path for ZooKeeper: it begins with a slash and does not end with one, and no name in it is empty, . or ..</source>
        <translation>%1 不是 ZooKeeper 的路径：必须以斜杠开头、不以斜杠结尾，其中的名字不能为空，也不能是 . 或 ..</translation>
    </message>
    <message>
        <source>The root is no place for a recipe: take a path such as %1.</source>
        <translation>根节点不能用来放典型用法：请换一个路径，例如 %1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is frozen: let it go on first, or take other clients.</source>
        <translation>%1 已冻结：先让它继续，或选用别的客户端。</translation>
    </message>
    <message>
        <source>Another recipe is played at %1 (%2): take another path.</source>
        <translation>%1 处正在运行另一个典型用法（%2）：请换一个路径。</translation>
    </message>
    <message>
        <source>%1 takes part in %2 already: take other clients.</source>
        <translation>%1 已经参加了 %2：请选用别的客户端。</translation>
    </message>
    <message>
        <source>No server is running: they will wait until servers are started.</source>
        <translation>没有服务器在运行：它们会一直等到服务器启动。</translation>
    </message>
    <message>
        <source>There is no leader: they will wait until there is one.</source>
        <translation>现在没有 leader：它们会一直等到选出 leader。</translation>
    </message>
</context>
<context>
    <name>Defect</name>
    <message>
        <source>A returning server keeps what the new leader does not have.</source>
        <translation>归来的服务器保留了新 leader 没有的事务。</translation>
    </message>
    <message>
        <source>The counter of the zxid runs over into the epoch.</source>
        <translation>zxid 的计数器溢出到 epoch 里。</translation>
    </message>
    <message>
        <source>A follower believes that it has what was only announced to it.</source>
        <translation>follower 以为自己已有那些只是预告给它的事务。</translation>
    </message>
    <message>
        <source>A server votes with its memory while its log holds more.</source>
        <translation>服务器按内存投票，而它的日志里有更多事务。</translation>
    </message>
    <message>
        <source>A snapshot on the way holds more than the packets behind it know of.</source>
        <translation>正在传送的快照比它后面的数据包所知道的更新。</translation>
    </message>
    <message>
        <source>A follower acknowledges NEWLEADER before it has written what came with it.</source>
        <translation>follower 还没写完随 NEWLEADER 而来的事务，就确认了 NEWLEADER。</translation>
    </message>
    <message>
        <source>COMMIT between NEWLEADER and UPTODATE ends the synchronization.</source>
        <translation>NEWLEADER 与 UPTODATE 之间的 COMMIT 会中断同步。</translation>
    </message>
    <message>
        <source>A follower writes the new epoch before the transactions.</source>
        <translation>follower 先写新 epoch，后写事务。</translation>
    </message>
    <message>
        <source>A follower acknowledges NEWLEADER while the transactions are still being written.</source>
        <translation>事务还在写盘时，follower 就确认了 NEWLEADER。</translation>
    </message>
    <message>
        <source>A follower acknowledges a transaction before NEWLEADER.</source>
        <translation>follower 在确认 NEWLEADER 之前先确认了事务。</translation>
    </message>
    <message>
        <source>A follower serves before its tree holds what came with the DIFF.</source>
        <translation>follower 的树里还没有随 DIFF 而来的事务，就开始服务。</translation>
    </message>
    <message>
        <source>A follower takes the new epoch and acknowledges NEWLEADER before the transactions are on disk.</source>
        <translation>事务还没有写盘，follower 就采用了新 epoch，并确认了 NEWLEADER。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>There is no server to start.</source>
        <translation>没有要启动的服务器。</translation>
    </message>
    <message>
        <source>%1 is running already.</source>
        <translation>%1 已经在运行。</translation>
    </message>
    <message>
        <source>%1 is frozen already.</source>
        <translation>%1 已经处于冻结状态。</translation>
    </message>
    <message>
        <source>%1 is not frozen.</source>
        <translation>%1 没有被冻结。</translation>
    </message>
    <message>
        <source>%1 is frozen.</source>
        <translation>%1 处于冻结状态。</translation>
    </message>
    <message>
        <source>%1 is not running.</source>
        <translation>%1 没有在运行。</translation>
    </message>
    <message>
        <source>%1 stands on two sides of the partition.</source>
        <translation>%1 同时出现在分区的两侧。</translation>
    </message>
    <message>
        <source>There is no server %1; the ensemble has S1 to S%2.</source>
        <translation>没有服务器 %1；集群由 S1 至 S%2 组成。</translation>
    </message>
    <message>
        <source>%1 has no link to itself.</source>
        <translation>%1 与自身之间没有链路。</translation>
    </message>
    <message>
        <source>Packet #%1 stands behind others of its connection; the first is #%2.</source>
        <translation>数据包 #%1 排在同一连接的其他数据包之后；排在最前的是 #%2。</translation>
    </message>
    <message>
        <source>No packet #%1 is on its way.</source>
        <translation>没有正在传输的数据包 #%1。</translation>
    </message>
    <message>
        <source>Clients are numbered from C1 to C200.</source>
        <translation>客户端的编号是 C1 至 C200。</translation>
    </message>
    <message>
        <source>There is no client %1; connect it first.</source>
        <translation>没有客户端 %1；请先让它连接。</translation>
    </message>
    <message>
        <source>%1 has no session any more; connect it again first.</source>
        <translation>%1 已经没有会话；请先让它重新连接。</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>此处应为%1，实际是%2</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1至少为 %2</translation>
    </message>
    <message>
        <source>%1 stands here twice</source>
        <translation>%1 在此出现了两次</translation>
    </message>
    <message>
        <source>a link joins two different servers</source>
        <translation>链路连接的是两台不同的服务器</translation>
    </message>
    <message>
        <source>%1 stands on two sides</source>
        <translation>%1 同时出现在两侧</translation>
    </message>
    <message>
        <source>set-up lines stand before the first command</source>
        <translation>设置行必须写在第一条命令之前</translation>
    </message>
    <message>
        <source>set-up lines stand in a file, before the first command</source>
        <translation>设置行只能写在文件中，位于第一条命令之前</translation>
    </message>
    <message>
        <source>&apos;at&apos; stands in a file</source>
        <translation>&apos;at&apos; 只能写在文件中</translation>
    </message>
    <message>
        <source>a script has at most 1000000 commands</source>
        <translation>一个脚本最多有 1000000 条命令</translation>
    </message>
    <message>
        <source>this string has no closing quote</source>
        <translation>这个字符串缺少右引号</translation>
    </message>
    <message>
        <source>expected \&quot;, \\, \n, \t or \xHH in a string</source>
        <translation>字符串中只能使用转义 \&quot;、\\、\n、\t 或 \xHH</translation>
    </message>
    <message>
        <source>this is not UTF-8 text</source>
        <translation>这不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>a control character is not allowed here</source>
        <translation>此处不允许使用控制字符</translation>
    </message>
    <message>
        <source>there is a &apos;servers&apos; line already</source>
        <translation>已经有 &apos;servers&apos; 行</translation>
    </message>
    <message>
        <source>expected a &apos;servers&apos; line (how many servers there are) before the first command</source>
        <translation>第一条命令之前应有 &apos;servers&apos; 行（说明有几台服务器）</translation>
    </message>
    <message>
        <source>at least one server must vote</source>
        <translation>至少要有一台服务器参与投票</translation>
    </message>
    <message>
        <source>%1 is in a group already</source>
        <translation>%1 已经属于一个组</translation>
    </message>
    <message>
        <source>weights count in groups only, and there is no &apos;group&apos; line for %1</source>
        <translation>权重只在分组时有效，而 %1 没有 &apos;group&apos; 行</translation>
    </message>
    <message>
        <source>where there are groups, every voter is in one, and %1 is not</source>
        <translation>分组时每个投票者都必须属于一个组，而 %1 不属于任何组</translation>
    </message>
    <message>
        <source>at least one voter must have a weight above 0</source>
        <translation>至少要有一个投票者的权重大于 0</translation>
    </message>
    <message>
        <source>%1 must not be above %2</source>
        <translation>%1 不得大于 %2</translation>
    </message>
    <message>
        <source>a torn last record needs a log</source>
        <translation>有日志才能有写了一半的末尾记录</translation>
    </message>
    <message>
        <source>a new disk holds nothing else</source>
        <translation>新磁盘上没有其他内容</translation>
    </message>
    <message>
        <source>there is a &apos;disk&apos; line for %1 already</source>
        <translation>%1 已经有 &apos;disk&apos; 行</translation>
    </message>
    <message>
        <source>counter 0 never belongs to a transaction</source>
        <translation>计数器为 0 的 zxid 不对应任何事务</translation>
    </message>
    <message>
        <source>a range goes upwards within one epoch</source>
        <translation>范围必须在同一个 epoch 内递增</translation>
    </message>
    <message>
        <source>the transactions of a log go upwards, and %1 does not follow %2</source>
        <translation>日志中的事务必须递增，而 %1 不在 %2 之后</translation>
    </message>
    <message>
        <source>a disk takes at most %1 transactions</source>
        <translation>一块磁盘最多容纳 %1 个事务</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>the string %1</source>
        <translation>字符串 %1</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>一条命令</translation>
    </message>
    <message>
        <source>a command such as start, crash, cut, C1, run, expect or say</source>
        <translation>一条命令，例如 start、crash、cut、C1、run、expect 或 say</translation>
    </message>
    <message>
        <source>a server (%1)</source>
        <translation>服务器（%1）</translation>
    </message>
    <message>
        <source>a server (%1) and its weight (0 to 1000) such as S1=2</source>
        <translation>服务器（%1）及其权重（0 至 1000），例如 S1=2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>after a &apos;servers&apos; line</source>
        <translation>须先有 &apos;servers&apos; 行</translation>
    </message>
    <message>
        <source>a client (C1 to C%1)</source>
        <translation>客户端（C1 至 C%1）</translation>
    </message>
    <message>
        <source>the name of a rule</source>
        <translation>规则的名称</translation>
    </message>
    <message>
        <source>the name of a rule like %1</source>
        <translation>规则的名称，例如 %1</translation>
    </message>
    <message>
        <source>the name of a setting such as snapCount</source>
        <translation>设置项的名称，例如 snapCount</translation>
    </message>
    <message>
        <source>a safety property such as Agreement</source>
        <translation>安全性质，例如 Agreement</translation>
    </message>
    <message>
        <source>a percentage from 0% to 100%</source>
        <translation>0% 至 100% 的百分比</translation>
    </message>
    <message>
        <source>a zxid such as 2.8 (epoch and counter)</source>
        <translation>zxid，例如 2.8（epoch 和计数器）</translation>
    </message>
    <message>
        <source>a factor such as 0.33</source>
        <translation>系数，例如 0.33</translation>
    </message>
    <message>
        <source>a seed (a number below 2 to the power of 64)</source>
        <translation>种子（小于 2 的 64 次方的数）</translation>
    </message>
    <message>
        <source>a path such as /a/b</source>
        <translation>路径，例如 /a/b</translation>
    </message>
    <message>
        <source>&apos;yes&apos; or &apos;no&apos;</source>
        <translation>&apos;yes&apos; 或 &apos;no&apos;</translation>
    </message>
    <message>
        <source>&apos;|&apos; and the other side</source>
        <translation>&apos;|&apos; 和另一侧</translation>
    </message>
    <message>
        <source>OK or an error such as NONODE</source>
        <translation>OK 或错误名，例如 NONODE</translation>
    </message>
    <message>
        <source>transactions such as 1.1-1.5 or 1.7</source>
        <translation>事务，例如 1.1-1.5 或 1.7</translation>
    </message>
    <message>
        <source>what is on the disk: accepted, current, log, snapshot, ... or &apos;new&apos;</source>
        <translation>磁盘上的内容：accepted、current、log、snapshot 等，或 &apos;new&apos;</translation>
    </message>
    <message>
        <source>how long (a time such as 2s), a number of events, &apos;to&apos; or &apos;until&apos;</source>
        <translation>运行多久（时间，例如 2s）、事件数、&apos;to&apos; 或 &apos;until&apos;</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>%1 (a number from %2 to %3)</source>
        <translation>%1（%2 至 %3 的数）</translation>
    </message>
    <message>
        <source>%1 (a time such as 2s, 5ms or 500us, at most 1000000s)</source>
        <translation>%1（时间，例如 2s、5ms 或 500us，最大 1000000s）</translation>
    </message>
    <message>
        <source>%1 in quotes</source>
        <translation>带引号的%1</translation>
    </message>
    <message>
        <source>an epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>a time since the beginning</source>
        <translation>从开始算起的时刻</translation>
    </message>
    <message>
        <source>how many inputs came before</source>
        <translation>此前的输入个数</translation>
    </message>
    <message>
        <source>how many servers</source>
        <translation>服务器台数</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>组号</translation>
    </message>
    <message>
        <source>the interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>the wait</source>
        <translation>等待时间</translation>
    </message>
    <message>
        <source>the timeout</source>
        <translation>超时时间</translation>
    </message>
    <message>
        <source>the capacity of the committed log</source>
        <translation>已提交日志的容量</translation>
    </message>
    <message>
        <source>transactions between two snapshots</source>
        <translation>两次快照之间的事务数</translation>
    </message>
    <message>
        <source>bytes of a log file</source>
        <translation>日志文件的字节数</translation>
    </message>
    <message>
        <source>the last number of the counter</source>
        <translation>计数器的最大值</translation>
    </message>
    <message>
        <source>the latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>the jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>the time of one packet</source>
        <translation>单个数据包的耗时</translation>
    </message>
    <message>
        <source>the delay</source>
        <translation>延迟时间</translation>
    </message>
    <message>
        <source>a tick</source>
        <translation>tick 时长</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>tick 数</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>数据包编号</translation>
    </message>
    <message>
        <source>the time of an fsync</source>
        <translation>fsync 的耗时</translation>
    </message>
    <message>
        <source>a delay</source>
        <translation>延迟时间</translation>
    </message>
    <message>
        <source>a version</source>
        <translation>版本号</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>requests on their way</source>
        <translation>在途请求数</translation>
    </message>
    <message>
        <source>bytes of data</source>
        <translation>数据的字节数</translation>
    </message>
    <message>
        <source>how many requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>a session timeout</source>
        <translation>会话超时时间</translation>
    </message>
    <message>
        <source>how many steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>how many events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>a limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>expected %1 steps, but after %2 nothing of the kind came</source>
        <translation>应走 %1 步，但走了 %2 步之后没有出现这样的步骤</translation>
    </message>
    <message>
        <source>the time %1 has passed already, it is %2</source>
        <translation>时刻 %1 已经过去，现在是 %2</translation>
    </message>
    <message>
        <source>this run does not come to step %1 at %2: the file was changed, or written by another version</source>
        <translation>这次运行在 %2 到不了第 %1 步：文件被改动过，或者由其他版本写成</translation>
    </message>
    <message>
        <source>expected %1 within %2, but %3</source>
        <translation>预期在 %2 之内达到“%1”，但%3</translation>
    </message>
    <message>
        <source>expected %1, but %2</source>
        <translation>预期达到“%1”，但%2</translation>
    </message>
    <message>
        <source>%1 leads</source>
        <translation>%1 是 leader</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>commit of %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>a commit</source>
        <translation>有提交</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 处于 %2</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>the time %1</source>
        <translation>时刻 %1</translation>
    </message>
    <message>
        <source>at %1 %2 leads</source>
        <translation>%1 时 %2 是 leader</translation>
    </message>
    <message>
        <source>at %1 nobody leads</source>
        <translation>%1 时没有 leader</translation>
    </message>
    <message>
        <source>%1, %2 is %3</source>
        <translation>%1，%2 处于 %3</translation>
    </message>
    <message>
        <source>%1, the phase is %2</source>
        <translation>%1，阶段是 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>frozen, %1</source>
        <translation>冻结、%1</translation>
    </message>
    <message>
        <source>down, it refused to start: %1</source>
        <translation>停机（拒绝启动：%1）</translation>
    </message>
    <message>
        <source>down, its process ended by itself</source>
        <translation>停机（进程自行结束）</translation>
    </message>
    <message>
        <source>no server is running</source>
        <translation>没有服务器在运行</translation>
    </message>
    <message>
        <source>nobody leads</source>
        <translation>没有 leader</translation>
    </message>
    <message>
        <source>nobody leads, %1 is %2</source>
        <translation>没有 leader，%1 处于 %2</translation>
    </message>
    <message>
        <source>epoch %1 is running</source>
        <translation>当前 epoch 是 %1</translation>
    </message>
    <message>
        <source>currentEpoch of %1 is not written</source>
        <translation>%1 的 currentEpoch 尚未写入</translation>
    </message>
    <message>
        <source>currentEpoch of %1 is %2</source>
        <translation>%1 的 currentEpoch 是 %2</translation>
    </message>
    <message>
        <source>the last zxid of %1 is %2</source>
        <translation>%1 的最后一个 zxid 是 %2</translation>
    </message>
    <message>
        <source>%1 has no %2</source>
        <translation>%1 上没有 %2</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <translation>%1 上有 %2</translation>
    </message>
    <message>
        <source>%1 holds %2 on %3</source>
        <translation>%3 上 %1 的数据是 %2</translation>
    </message>
    <message>
        <source>%1 has no reply</source>
        <translation>%1 还没有收到应答</translation>
    </message>
    <message>
        <source>the last reply is %1</source>
        <translation>最后一个应答是 %1</translation>
    </message>
    <message>
        <source>the reply says %1</source>
        <translation>应答的内容是 %1</translation>
    </message>
    <message>
        <source>%1 got no such event</source>
        <translation>%1 没有收到这样的事件</translation>
    </message>
    <message>
        <source>%1 got no such event, the last one was %2 %3</source>
        <translation>%1 没有收到这样的事件，最后一个是 %2 %3</translation>
    </message>
    <message>
        <source>it decided at %1 at %2</source>
        <translation>它在 %1 上于 %2 生效过</translation>
    </message>
    <message>
        <source>it has not decided anything</source>
        <translation>它还没有生效过</translation>
    </message>
    <message>
        <source>it has not decided anything there</source>
        <translation>它在那里还没有生效过</translation>
    </message>
    <message>
        <source>the last synchronization was %1</source>
        <translation>最后一次同步是 %1</translation>
    </message>
    <message>
        <source>%1 has not been synchronized</source>
        <translation>%1 还没有同步过</translation>
    </message>
    <message>
        <source>the trees of %1 (%2) and %3 (%4) differ</source>
        <translation>%1（%2）与 %3（%4）的树不同</translation>
    </message>
    <message>
        <source>no property is violated</source>
        <translation>没有违反任何性质</translation>
    </message>
    <message>
        <source>violated: %1</source>
        <translation>违反的性质：%1</translation>
    </message>
    <message>
        <source>%1 knows the session of %2</source>
        <translation>%1 上有 %2 的会话</translation>
    </message>
    <message>
        <source>%1 knows no session of %2</source>
        <translation>%1 上没有 %2 的会话</translation>
    </message>
    <message>
        <source>a load has at most %1 bytes on their way</source>
        <translation>一个负载在途中的数据最多 %1 字节</translation>
    </message>
    <message>
        <source>expected %1 steps, but after %2 nothing of the kind came within %3</source>
        <translation>预期 %1 步，但 %2 步之后在 %3 内没有再出现这类事件</translation>
    </message>
    <message>
        <source>an established leader</source>
        <translation>leader 正式就任</translation>
    </message>
    <message>
        <source>there is a %1 line already</source>
        <translation>已经有一行 %1</translation>
    </message>
    <message>
        <source>an observer has neither group nor weight, and %1 is one</source>
        <translation>observer 既没有组也没有权重，而 %1 是 observer</translation>
    </message>
    <message>
        <source>a damaged record stands in the log, and %1 does not</source>
        <translation>损坏的记录必须在日志中，而 %1 不在其中</translation>
    </message>
    <message>
        <source>&apos;no-snapshot&apos; and a snapshot do not go together</source>
        <translation>&apos;no-snapshot&apos; 不能与快照同时出现</translation>
    </message>
    <message>
        <source>an epoch is at most %1 here, so that there is room for the next ones</source>
        <translation>这里的 epoch 最大为 %1，以便为之后的 epoch 留出空间</translation>
    </message>
    <message>
        <source>a run has at most %1 events and %2 bytes in a log: it ends here</source>
        <translation>一次运行最多 %1 个事件，日志最多 %2 字节：运行到此为止</translation>
    </message>
    <message>
        <source>A partition has at least two sides, and a server on each.</source>
        <translation>网络分区至少有两侧，每侧至少有一台服务器。</translation>
    </message>
    <message>
        <source>how long a callback takes</source>
        <translation>一个回调需要多久</translation>
    </message>
    <message>
        <source>%1 is not frozen</source>
        <translation>%1 没有冻结</translation>
    </message>
    <message>
        <source>%1 takes part in %2 already.</source>
        <translation>%1 已经参与了 %2。</translation>
    </message>
    <message>
        <source>%1 takes no part in %2.</source>
        <translation>%1 没有参与 %2。</translation>
    </message>
    <message>
        <source>%1 takes part in %2, but the word for its end there is &apos;%3&apos;.</source>
        <translation>%1 参与了 %2，但在那里结束参与用的词是 &apos;%3&apos;。</translation>
    </message>
    <message>
        <source>%1 is dead.</source>
        <translation>%1 的进程已经死了。</translation>
    </message>
    <message>
        <source>only connect, close, crash and recipes are for several clients at once</source>
        <translation>只有 connect、close、crash 和典型用法（recipe）的命令可以同时用于多个客户端</translation>
    </message>
    <message>
        <source>the naive lock is an exclusive one: naive and %1 do not go together</source>
        <translation>朴素锁是独占锁：naive 和 %1 不能一起用</translation>
    </message>
    <message>
        <source>times needs hold: how long each turn takes</source>
        <translation>times 需要 hold：每一轮持有多久</translation>
    </message>
    <message>
        <source>clients such as C1-C100 (C1 to C%1, the first before the last)</source>
        <translation>一组客户端，例如 C1-C100（C1 到 C%1，前一个小于后一个）</translation>
    </message>
    <message>
        <source>%1 or a recipe such as lock</source>
        <translation>%1，或一个典型用法，例如 lock</translation>
    </message>
    <message>
        <source>%1, a state in a recipe such as holding, %2 or %3</source>
        <translation>%1、典型用法中的一个状态（例如 holding）、%2 或 %3</translation>
    </message>
    <message>
        <source>how long it holds</source>
        <translation>持有多久</translation>
    </message>
    <message>
        <source>how many turns</source>
        <translation>多少轮</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>多少个</translation>
    </message>
    <message>
        <source>what it knows</source>
        <translation>它所知道的内容</translation>
    </message>
    <message>
        <source>%1 is %2 at %3</source>
        <translation>%1 在 %3 处是 %2</translation>
    </message>
    <message>
        <source>%1, %2 is %3 at %4</source>
        <translation>%1，%2 在 %4 处是 %3</translation>
    </message>
    <message>
        <source>%1, %2 takes no part in %3</source>
        <translation>%1，%2 没有参与 %3</translation>
    </message>
    <message>
        <source>%1 takes no part in %2</source>
        <translation>%1 没有参与 %2</translation>
    </message>
    <message>
        <source>nobody holds %1</source>
        <translation>没有人持有 %1</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <translation>%1 由 %2 持有</translation>
    </message>
    <message>
        <source>nobody has given back %1 yet</source>
        <translation>还没有人归还过 %1</translation>
    </message>
    <message>
        <source>the last release of %1 led to %2</source>
        <translation>上一次释放 %1 引起了 %2 个</translation>
    </message>
    <message>
        <source>%1 knows %2</source>
        <translation>%1 知道的是 %2</translation>
    </message>
    <message>
        <source>the resource of %1 has %2 %3</source>
        <translation>%1 保护的资源：%2 为 %3</translation>
    </message>
    <message>
        <source>%1 has %2 children on %3</source>
        <translation>%1 有 %2 个子节点（在 %3 上）</translation>
    </message>
    <message>
        <source>a scheme such as digest</source>
        <translation>digest 之类的认证方式</translation>
    </message>
    <message>
        <source>%1 or an operation such as getData</source>
        <translation>%1 或 getData 之类的操作</translation>
    </message>
    <message>
        <source>what the scheme asks for</source>
        <translation>该认证方式所需的内容</translation>
    </message>
    <message>
        <source>callback %1 %2 of %3</source>
        <translation>%3 的回调 %1 %2</translation>
    </message>
    <message>
        <source>callback %1 of %2</source>
        <translation>%2 的回调 %1</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 没有连接</translation>
    </message>
    <message>
        <source>%1 is connected to %2</source>
        <translation>%1 连接在 %2 上</translation>
    </message>
    <message>
        <source>the newest zxid that %1 has seen is %2</source>
        <translation>%1 见过的最新 zxid 是 %2</translation>
    </message>
    <message>
        <source>how many have to come</source>
        <translation>要来多少个</translation>
    </message>
    <message>
        <source>how many elements</source>
        <translation>多少个元素</translation>
    </message>
    <message>
        <source>the element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>%1 is not running; connect it first.</source>
        <translation>%1 没有在运行；请先让它连接。</translation>
    </message>
    <message>
        <source>a service has a valid path without spaces, such as /services/orders</source>
        <translation>服务的路径必须合法且不含空格，例如 /services/orders</translation>
    </message>
    <message>
        <source>an address has 1 to 100 bytes and no spaces, such as &quot;orders1:8080&quot;</source>
        <translation>地址有 1 到 100 个字节且不含空格，例如 &quot;orders1:8080&quot;</translation>
    </message>
    <message>
        <source>a lookup comes at most every 10ms (0s ends them)</source>
        <translation>查找最快每 10ms 一次（0s 表示结束）</translation>
    </message>
    <message>
        <source>there is a setting of Eureka, but no &apos;eureka&apos; line</source>
        <translation>有 Eureka 的设置，却没有 &apos;eureka&apos; 行</translation>
    </message>
    <message>
        <source>what to expect: leader, epoch, znode, rule, session, sync, refused, down, same trees, violation, no, holder, notifications, reads, packets, accepted, rejected, children, eureka, self-preservation, a server or a client</source>
        <translation>要期望的内容：leader、epoch、znode、rule、session、sync、refused、down、same trees、violation、no、holder、notifications、reads、packets、accepted、rejected、children、eureka、self-preservation、一台服务器或一个客户端</translation>
    </message>
    <message>
        <source>the lease</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>a share of the renewals in percent</source>
        <translation>续约的百分比</translation>
    </message>
    <message>
        <source>how many clients</source>
        <translation>客户端的数量</translation>
    </message>
    <message>
        <source>how many attempts</source>
        <translation>尝试的次数</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>间隔时间</translation>
    </message>
    <message>
        <source>the address of the instance</source>
        <translation>实例的地址</translation>
    </message>
    <message>
        <source>%1 has looked up nothing there</source>
        <translation>%1 没有在那里查找过</translation>
    </message>
    <message>
        <source>the last lookup was refused</source>
        <translation>最近一次查找被拒绝了</translation>
    </message>
    <message>
        <source>the last lookup was %1, %2 instances were called in vain and one has answered</source>
        <translation>最近一次查找是 %1，有 %2 个实例白白调用了，有一个作了应答</translation>
    </message>
    <message>
        <source>the last lookup was %1, %2 instances were called in vain and none has answered</source>
        <translation>最近一次查找是 %1，有 %2 个实例白白调用了，没有一个应答</translation>
    </message>
    <message>
        <source>there is no Eureka in this run</source>
        <translation>这次运行里没有 Eureka</translation>
    </message>
    <message>
        <source>Eureka is down at %1</source>
        <translation>%1 上的 Eureka 没有运行</translation>
    </message>
    <message>
        <source>%1 does not know %2</source>
        <translation>%1 不知道 %2</translation>
    </message>
    <message>
        <source>%1 lets leases expire, %2 renewals came in the last minute and more than %3 are needed</source>
        <translation>%1 允许租约过期：上一分钟有 %2 次续约，需要多于 %3 次</translation>
    </message>
    <message>
        <source>%1 preserves itself, %2 renewals came in the last minute and more than %3 are needed</source>
        <translation>%1 处于自我保护：上一分钟有 %2 次续约，需要多于 %3 次</translation>
    </message>
    <message>
        <source>a member has the name of a znode, without a slash</source>
        <translation>成员名是一个 znode 的名字，不含斜杠</translation>
    </message>
    <message>
        <source>the client library refuses this path: it begins with &apos;/&apos;, does not end with it, and no part is empty, &apos;.&apos; or &apos;..&apos;</source>
        <translation>客户端库拒绝这个路径：路径以“/”开头，不以“/”结尾，并且任何一段都不能为空、“.”或“..”</translation>
    </message>
    <message>
        <source>an address has a host and a port from 1 to 65535, such as &quot;orders1:8080&quot;</source>
        <translation>地址由主机和 1 到 65535 的端口组成，例如 &quot;orders1:8080&quot;</translation>
    </message>
    <message>
        <source>containers in a minute</source>
        <translation>每分钟的容器数</translation>
    </message>
    <message>
        <source>leader, commit, quiet, phase, rule, no session, a server and its state or a client and its callback or its state in a recipe</source>
        <translation>leader、commit、quiet、phase、rule、no session、一台服务器及其状态，或一个客户端及其回调或它在典型用法中的状态</translation>
    </message>
    <message>
        <source>no session of %1</source>
        <translation>%1 没有会话</translation>
    </message>
    <message>
        <source>%1, %2 knows the session of %3</source>
        <translation>%1，%2 知道 %3 的会话</translation>
    </message>
    <message>
        <source>%1 is switched off already</source>
        <translation>%1 已经关掉了</translation>
    </message>
    <message>
        <source>the lab knows no defect of %1 that can be shown</source>
        <translation>实验室不知道 %1 有什么可以演示的缺陷</translation>
    </message>
    <message>
        <source>%1 does not have %2</source>
        <translation>%1 没有 %2</translation>
    </message>
    <message>
        <source>a rule that can be switched off such as fsync-before-ack</source>
        <translation>一条可以关掉的规则，如 fsync-before-ack</translation>
    </message>
    <message>
        <source>a release of ZooKeeper such as 3.4.11</source>
        <translation>一个 ZooKeeper 版本，如 3.4.11</translation>
    </message>
    <message>
        <source>a defect that can be shown such as ZOOKEEPER-2845</source>
        <translation>一个可以演示的缺陷，如 ZOOKEEPER-2845</translation>
    </message>
    <message>
        <source>There is no server to demand anything of.</source>
        <translation>没有指定要求恢复的服务器。</translation>
    </message>
    <message>
        <source>a clock goes at 1% to 100% of its pace</source>
        <translation>时钟的快慢是正常速度的 1% 到 100%</translation>
    </message>
    <message>
        <source>how many records</source>
        <translation>多少条记录</translation>
    </message>
    <message>
        <source>how long they have for it</source>
        <translation>允许它们用多长时间</translation>
    </message>
    <message>
        <source>No such input may come next: %1.</source>
        <translation>现在没有这样的输入可以到来：%1。</translation>
    </message>
    <message>
        <source>The explorer does not know Eureka; take the &apos;eureka&apos; line away.</source>
        <translation>穷举搜索不支持 Eureka；请去掉“eureka”行。</translation>
    </message>
    <message>
        <source>Line %1: the explorer knows no recipes, services, loads, frozen processes or changed links and disks.</source>
        <translation>第 %1 行：穷举搜索不支持典型用法、服务、持续负载、冻结的进程，也不支持更改链路和磁盘。</translation>
    </message>
    <message>
        <source>Writes need a client: the script connects none.</source>
        <translation>写操作需要一个客户端，而脚本没有连接任何客户端。</translation>
    </message>
    <message>
        <source>There is nothing to heal: the budget has no cuts, and the script cuts no link.</source>
        <translation>没有可修复的链路：预算里没有切断，脚本也没有切断任何链路。</translation>
    </message>
    <message>
        <source>this file was written for version %1 of the lab, and this is version %2</source>
        <translation>此文件是为实验室的版本 %1 编写的，而这里是版本 %2</translation>
    </message>
    <message>
        <source>a packet such as PROPOSAL 1.1 S1-S2</source>
        <translation>一个数据包，例如 PROPOSAL 1.1 S1-S2</translation>
    </message>
    <message>
        <source>an input such as PROPOSAL 1.1 S1-S2 or S2 fsync</source>
        <translation>一个输入，例如 PROPOSAL 1.1 S1-S2 或 S2 fsync</translation>
    </message>
    <message>
        <source>from whom to whom such as S1-S2</source>
        <translation>从谁到谁，例如 S1-S2</translation>
    </message>
    <message>
        <source>a timer such as finalizeWait</source>
        <translation>一个定时器，例如 finalizeWait</translation>
    </message>
    <message>
        <source>which of them</source>
        <translation>其中的第几个</translation>
    </message>
    <message>
        <source>%1:%2: &apos;%3&apos; does not hold: %4.</source>
        <translation>%1:%2：“%3”不成立：%4。</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2：%3</translation>
    </message>
    <message>
        <source>%1:%2:%3: %4</source>
        <translation>%1:%2:%3：%4</translation>
    </message>
    <message>
        <source>Chaos, run %1</source>
        <translation>混沌，运行 %1</translation>
    </message>
</context>
<context>
    <name>Eureka</name>
    <message>
        <source>Eureka client of %1</source>
        <translation>%1 的 Eureka 客户端</translation>
    </message>
    <message>
        <source>Eureka at %1</source>
        <translation>%1 处的 Eureka</translation>
    </message>
    <message>
        <source>1 lease</source>
        <translation>1 个租约</translation>
    </message>
    <message>
        <source>%1 leases</source>
        <translation>%1 个租约</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>self-preservation is on: %1 renewals in the last minute, more than %2 are needed</source>
        <translation>自我保护已开启：最近一分钟续约 %1 次，需要多于 %2 次</translation>
    </message>
    <message>
        <source>self-preservation is off: %1 renewals in the last minute, more than %2 are needed</source>
        <translation>自我保护已关闭：最近一分钟续约 %1 次，需要多于 %2 次</translation>
    </message>
    <message>
        <source>up</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1: its lease has run out</source>
        <translation>%1：租约已到期</translation>
    </message>
    <message>
        <source>%1: its lease lasts %2 s more</source>
        <translation>%1：租约还剩 %2 秒</translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>lesson text</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>violation</source>
        <translation>违反性质</translation>
    </message>
    <message>
        <source>server started</source>
        <translation>服务器启动</translation>
    </message>
    <message>
        <source>start refused</source>
        <translation>拒绝启动</translation>
    </message>
    <message>
        <source>server crashed</source>
        <translation>服务器崩溃</translation>
    </message>
    <message>
        <source>process ended</source>
        <translation>进程退出</translation>
    </message>
    <message>
        <source>server frozen</source>
        <translation>服务器冻结</translation>
    </message>
    <message>
        <source>server thawed</source>
        <translation>服务器解冻</translation>
    </message>
    <message>
        <source>packet sent</source>
        <translation>数据包发出</translation>
    </message>
    <message>
        <source>packet delivered</source>
        <translation>数据包送达</translation>
    </message>
    <message>
        <source>packet lost</source>
        <translation>数据包丢失</translation>
    </message>
    <message>
        <source>packet sent again</source>
        <translation>数据包重传</translation>
    </message>
    <message>
        <source>connection opened</source>
        <translation>连接建立</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>连接关闭</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>链路切断</translation>
    </message>
    <message>
        <source>link healed</source>
        <translation>链路恢复</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>logged</source>
        <translation>写入事务日志</translation>
    </message>
    <message>
        <source>fsync started</source>
        <translation>fsync 开始</translation>
    </message>
    <message>
        <source>fsync done</source>
        <translation>fsync 完成</translation>
    </message>
    <message>
        <source>snapshot started</source>
        <translation>快照开始</translation>
    </message>
    <message>
        <source>snapshot taken</source>
        <translation>快照写完</translation>
    </message>
    <message>
        <source>snapshot loaded</source>
        <translation>快照载入</translation>
    </message>
    <message>
        <source>log truncated</source>
        <translation>事务日志截断</translation>
    </message>
    <message>
        <source>acceptedEpoch written</source>
        <translation>acceptedEpoch 写盘</translation>
    </message>
    <message>
        <source>currentEpoch written</source>
        <translation>currentEpoch 写盘</translation>
    </message>
    <message>
        <source>transaction replayed</source>
        <translation>事务重放</translation>
    </message>
    <message>
        <source>state changed</source>
        <translation>状态改变</translation>
    </message>
    <message>
        <source>election round started</source>
        <translation>选举轮次开始</translation>
    </message>
    <message>
        <source>jumped to a newer round</source>
        <translation>跳到更新的轮次</translation>
    </message>
    <message>
        <source>vote changed</source>
        <translation>改投</translation>
    </message>
    <message>
        <source>vote recorded</source>
        <translation>记下选票</translation>
    </message>
    <message>
        <source>votes counted</source>
        <translation>统计票数</translation>
    </message>
    <message>
        <source>leader elected</source>
        <translation>选出 leader</translation>
    </message>
    <message>
        <source>phase changed</source>
        <translation>阶段改变</translation>
    </message>
    <message>
        <source>epoch decided</source>
        <translation>确定 epoch</translation>
    </message>
    <message>
        <source>epoch acknowledged</source>
        <translation>epoch 已确认</translation>
    </message>
    <message>
        <source>synchronization planned</source>
        <translation>确定同步方式</translation>
    </message>
    <message>
        <source>NEWLEADER accepted</source>
        <translation>接受 NEWLEADER</translation>
    </message>
    <message>
        <source>leader established</source>
        <translation>leader 正式就任</translation>
    </message>
    <message>
        <source>serves clients</source>
        <translation>对外服务</translation>
    </message>
    <message>
        <source>proposal made</source>
        <translation>发起提议</translation>
    </message>
    <message>
        <source>acknowledgement counted</source>
        <translation>统计确认</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>transaction applied</source>
        <translation>应用事务</translation>
    </message>
    <message>
        <source>quorum lost</source>
        <translation>失去过半</translation>
    </message>
    <message>
        <source>session opened</source>
        <translation>会话建立</translation>
    </message>
    <message>
        <source>session closed</source>
        <translation>会话关闭</translation>
    </message>
    <message>
        <source>session expired</source>
        <translation>会话过期</translation>
    </message>
    <message>
        <source>request received</source>
        <translation>收到请求</translation>
    </message>
    <message>
        <source>request forwarded</source>
        <translation>转发请求</translation>
    </message>
    <message>
        <source>reply sent</source>
        <translation>发出应答</translation>
    </message>
    <message>
        <source>watch fired</source>
        <translation>监听触发</translation>
    </message>
    <message>
        <source>watch set</source>
        <translation>设置监听</translation>
    </message>
    <message>
        <source>client connects</source>
        <translation>客户端正在连接</translation>
    </message>
    <message>
        <source>client connected</source>
        <translation>客户端已连接</translation>
    </message>
    <message>
        <source>client refused</source>
        <translation>客户端被拒</translation>
    </message>
    <message>
        <source>client disconnected</source>
        <translation>客户端断开</translation>
    </message>
    <message>
        <source>client asks</source>
        <translation>客户端请求</translation>
    </message>
    <message>
        <source>client has a reply</source>
        <translation>客户端收到应答</translation>
    </message>
    <message>
        <source>client is notified</source>
        <translation>客户端收到通知</translation>
    </message>
    <message>
        <source>client&apos;s session expired</source>
        <translation>客户端会话过期</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>event queued</source>
        <translation>事件入队</translation>
    </message>
    <message>
        <source>callback begins</source>
        <translation>回调开始</translation>
    </message>
    <message>
        <source>callback ends</source>
        <translation>回调结束</translation>
    </message>
    <message>
        <source>client frozen</source>
        <translation>客户端冻结</translation>
    </message>
    <message>
        <source>client goes on</source>
        <translation>客户端恢复运行</translation>
    </message>
    <message>
        <source>recipe begins</source>
        <translation>典型用法开始</translation>
    </message>
    <message>
        <source>znode of a recipe</source>
        <translation>典型用法的 znode</translation>
    </message>
    <message>
        <source>recipe waits</source>
        <translation>典型用法等待</translation>
    </message>
    <message>
        <source>recipe succeeds</source>
        <translation>典型用法成功</translation>
    </message>
    <message>
        <source>recipe unsure</source>
        <translation>典型用法不确定</translation>
    </message>
    <message>
        <source>recipe gives back</source>
        <translation>典型用法归还</translation>
    </message>
    <message>
        <source>recipe lost</source>
        <translation>典型用法失去</translation>
    </message>
    <message>
        <source>recipe ends</source>
        <translation>典型用法结束</translation>
    </message>
    <message>
        <source>recipe learns</source>
        <translation>典型用法得知新情况</translation>
    </message>
    <message>
        <source>resource is asked</source>
        <translation>请求资源</translation>
    </message>
    <message>
        <source>resource decides</source>
        <translation>资源作出判断</translation>
    </message>
    <message>
        <source>asynchronous reply queued</source>
        <translation>异步应答入队</translation>
    </message>
    <message>
        <source>reply callback begins</source>
        <translation>应答回调开始</translation>
    </message>
    <message>
        <source>reply callback ends</source>
        <translation>应答回调结束</translation>
    </message>
    <message>
        <source>client stands</source>
        <translation>客户端的位置</translation>
    </message>
    <message>
        <source>instance provided</source>
        <translation>实例上线</translation>
    </message>
    <message>
        <source>instance gone</source>
        <translation>实例消失</translation>
    </message>
    <message>
        <source>lookup</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>lookup answered</source>
        <translation>查找得到应答</translation>
    </message>
    <message>
        <source>lookup refused</source>
        <translation>查找被拒绝</translation>
    </message>
    <message>
        <source>answer judged</source>
        <translation>答案评判</translation>
    </message>
    <message>
        <source>instance called</source>
        <translation>调用实例</translation>
    </message>
    <message>
        <source>lookup done</source>
        <translation>查找结束</translation>
    </message>
    <message>
        <source>recovery demanded</source>
        <translation>要求恢复</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>
%1 pictures of the window are in %2</source>
        <translation>
窗口图片共 %1 张，位于 %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>Nothing is pending: no server runs, no packet travels.</source>
        <translation>没有待发生的事：没有服务器在运行，也没有数据包在途。</translation>
    </message>
    <message>
        <source>The run is as long as the memory of this computer should bear. Play is paused.</source>
        <translation>运行记录已经长到本机内存应当承受的上限。播放已暂停。</translation>
    </message>
    <message>
        <source>No property is violated from here to the end of the script.</source>
        <translation>从这里到脚本结束，没有性质被违反。</translation>
    </message>
</context>
<context>
    <name>Hunt</name>
    <message>
        <source>%1 different states, %2 per second; reached %3 times, depth %4, %5 waiting, %6 MB</source>
        <translation>%1 个不同状态，每秒 %2 个；到达 %3 次，深度 %4，待展开 %5 个，%6 MB</translation>
    </message>
    <message>
        <source>Of %1 servers no number is exactly half: without quorum-majority take 4.</source>
        <translation>%1 台服务器没有恰好一半的数目：关闭 quorum-majority 时请取 4 台。</translation>
    </message>
    <message>
        <source>Whether everything comes right in the end only chaos judges: take it to see what %1 is good for.</source>
        <translation>最终能否恢复正常只有混沌才能判断：要看 %1 有什么用，请用混沌。</translation>
    </message>
    <message>
        <source>With all rules: %1</source>
        <translation>规则全部开启：%1</translation>
    </message>
    <message>
        <source>Without %1: %2</source>
        <translation>关闭 %1：%2</translation>
    </message>
    <message>
        <source>cancelled after %1 s: nothing found so far.</source>
        <translation>%1 秒后取消：到此为止没有找到。</translation>
    </message>
    <message>
        <source>nothing found in these runs, after %1 s: every property held.</source>
        <translation>%1 秒后，这些运行中没有找到：每条性质都成立。</translation>
    </message>
    <message>
        <source>%1 of %2 rules of the protocol have decided something: which not?</source>
        <translation>协议的 %2 条规则中 %1 条起过作用：哪些没有？</translation>
    </message>
    <message>
        <source>With %1: %2</source>
        <translation>带有 %1：%2</translation>
    </message>
    <message>
        <source>Found; the run is being made shorter: %1 attempts… A double click opens it as it is.</source>
        <translation>已找到；正在缩短这次运行：尝试 %1 次…双击即可按现状打开。</translation>
    </message>
    <message>
        <source>nothing found in %1 s, but not everything was seen: the memory for states is full. Fewer writes and faults help.</source>
        <translation>%1 秒内没有找到，但并未看遍：存放状态的内存已满。可减少写入和故障。</translation>
    </message>
    <message>
        <source>nothing found in %1 s, but not everything was seen: the search ended at its bound, after %2 states. Fewer writes and faults help, or a larger bound.</source>
        <translation>%1 秒内没有找到，但并未看遍：搜索在 %2 个状态后到达上限。可减少写入和故障，或加大上限。</translation>
    </message>
    <message>
        <source>nothing found, and everything was seen, in %1 s: so many writes and faults lead to %2 states, and every property holds in all of them.</source>
        <translation>%1 秒内看遍全部，没有找到：这些次数的写入和故障共有 %2 个状态，每条性质在其中都成立。</translation>
    </message>
    <message>
        <source>What %1 is good for shows when leaders change, too far for a search that a class can wait for: chaos comes to it in seconds.</source>
        <translation>%1 有什么用，要到 leader 更替时才看得出来，课堂上等得起的穷举走不到那里：混沌几秒钟就能找到。</translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 per second; %4 s of virtual time, %5 operations of clients, %6 crashes, leaders elected: %7</source>
        <translation>%1/%2 次运行，每秒 %3 次；虚拟时间 %4 秒，客户端操作 %5 次，崩溃 %6 次，选出 leader %7 次</translation>
    </message>
    <message>
        <source>found in %1 s; after %2 s of making it shorter, that was cancelled.</source>
        <translation>%1 秒内找到；缩短了 %2 秒后取消。</translation>
    </message>
    <message>
        <source>found in %1 s, made shorter in %2 s.</source>
        <translation>%1 秒内找到，又用 %2 秒缩短。</translation>
    </message>
    <message>
        <source>found in %1 s, then cancelled.</source>
        <translation>%1 秒内找到，随后取消。</translation>
    </message>
    <message>
        <source>found in %1 s.</source>
        <translation>%1 秒内找到。</translation>
    </message>
    <message>
        <source>%1 A double click opens the run where the property is violated.</source>
        <translation>%1双击即在性质被违反处打开这次运行。</translation>
    </message>
    <message>
        <source>Without %1, with %2: %3</source>
        <translation>关闭 %1、带有 %2：%3</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>A first election, a write, a crash</source>
        <translation>第一次选举、一次写入、一次崩溃</translation>
    </message>
    <message>
        <source>Five servers with empty disks. Nobody leads yet. Which of them will, and why?</source>
        <translation>五台服务器，磁盘都是空的，还没有 leader。谁会当选？为什么？</translation>
    </message>
    <message>
        <source>Each server votes for itself and tells everyone. A vote is (leader, zxid, epoch).</source>
        <translation>每台服务器先投自己，并告诉所有服务器。一张选票是（leader，zxid，epoch）。</translation>
    </message>
    <message>
        <source>Epoch and zxid are equal, so the larger id wins. Whoever hears of a better vote changes its own and tells everyone.</source>
        <translation>epoch 和 zxid 都相等，于是 id 大的胜出。谁收到更好的选票，就改投，并告诉所有服务器。</translation>
    </message>
    <message>
        <source>More than half agree: a quorum. It waits 200 ms for something better before it is sure.</source>
        <translation>超过半数的服务器一致，已过半。它再等 200 ms，看有没有更好的选票，然后才确定。</translation>
    </message>
    <message>
        <source>Elected, but not leading yet. Discovery: the learners report the epochs that they have promised.</source>
        <translation>已当选，但还没有开始领导。发现阶段：各 learner 上报自己承诺过的 epoch。</translation>
    </message>
    <message>
        <source>The new epoch is larger than every promised one. Now the histories are made equal: synchronization.</source>
        <translation>新的 epoch 比所有承诺过的都大。接下来让各自的历史变得一致：数据同步。</translation>
    </message>
    <message>
        <source>A quorum has acknowledged NEWLEADER: the leader is established, and broadcast begins.</source>
        <translation>过半服务器确认了 NEWLEADER：leader 正式就任，消息广播开始。</translation>
    </message>
    <message>
        <source>A client of S1 writes. Follow the write: request, PROPOSAL, fsync, ACK, COMMIT.</source>
        <translation>S1 的客户端发起一次写入。跟着它看：请求、PROPOSAL、fsync、ACK、COMMIT。</translation>
    </message>
    <message>
        <source>Three of five acknowledged: committed. The slowest two do not matter.</source>
        <translation>五台中有三台确认：提交。最慢的两台不影响结果。</translation>
    </message>
    <message>
        <source>Another write is on its way: one disk has it, no quorum yet. Now the leader crashes. Is the write lost? Who can lead next?</source>
        <translation>又一次写入正在途中：只有一块磁盘上有它，还没有过半。这时 leader 崩溃了。这次写入丢了吗？接下来谁能当 leader？</translation>
    </message>
    <message>
        <source>A new leader in a new epoch. It had the write on its disk, so the write is part of its history and is committed now. The client was told nothing.</source>
        <translation>新的 epoch，新的 leader。它的磁盘上有这次写入，所以这次写入属于它的历史，现在被提交了。客户端却没有得到任何答复。</translation>
    </message>
    <message>
        <source>The old leader is back. It follows, and it is brought up to date. Step back and try other faults.</source>
        <translation>旧 leader 回来了。它成为 follower，并补上缺少的事务。后退几步，试试别的故障。</translation>
    </message>
    <message>
        <source>The newest history wins, not the largest id</source>
        <translation>历史最新的胜出，不是 id 最大的</translation>
    </message>
    <message>
        <source>Before you go on: S1 and S3 have the newest transaction 2.8. S5 has the largest id but an old epoch. Who will lead?</source>
        <translation>继续之前先想一想：S1 和 S3 有最新的事务 2.8，S5 的 id 最大但 epoch 旧。谁会当选？</translation>
    </message>
    <message>
        <source>The epoch is compared first: whoever is of an older epoch loses, whatever its id.</source>
        <translation>首先比较 epoch：epoch 旧的一定输，无论 id 是多少。</translation>
    </message>
    <message>
        <source>Within one epoch the newer zxid wins. The id is not looked at.</source>
        <translation>epoch 相同时，zxid 新的胜出，不看 id。</translation>
    </message>
    <message>
        <source>S3: the newest history, and the larger id of the two that have it. The others get what they lack.</source>
        <translation>S3 当选：它的历史最新，而且在拥有最新历史的两台中 id 较大。其他服务器从它那里补上缺少的事务。</translation>
    </message>
    <message>
        <source>A slow disk, and a commit without it</source>
        <translation>慢磁盘，以及不必等它的提交</translation>
    </message>
    <message>
        <source>Five servers, an established leader, and a client.</source>
        <translation>五台服务器，一个已就任的 leader，一个客户端。</translation>
    </message>
    <message>
        <source>The disks of S1 and S2 become slow: 400 ms for an fsync. How long will a write take?</source>
        <translation>S1 和 S2 的磁盘变慢了：一次 fsync 要 400 ms。一次写入需要多久？</translation>
    </message>
    <message>
        <source>Committed by the three fast disks. The slow ones follow when they can, and nobody waits for them.</source>
        <translation>靠三块快的磁盘就提交了。慢的两块以后再跟上，没有谁等它们。</translation>
    </message>
    <message>
        <source>Now the leader&apos;s own disk is slow. It does not acknowledge its own proposal before its own fsync.</source>
        <translation>现在 leader 自己的磁盘变慢了。它自己的 fsync 完成之前，它不会确认自己的提议。</translation>
    </message>
    <message>
        <source>Three followers were enough: the commit came before the leader&apos;s own disk was done.</source>
        <translation>三个 follower 就够了：leader 自己的磁盘还没写完，事务已经提交。</translation>
    </message>
    <message>
        <source>Three slow disks of five: now the quorum itself has to wait.</source>
        <translation>五块磁盘有三块慢：现在要凑够过半，就必须等了。</translation>
    </message>
    <message>
        <source>Partition: two sides, one history</source>
        <translation>网络分区：两边，一份历史</translation>
    </message>
    <message>
        <source>A leader with two followers on one side, three servers on the other: what can each side do?</source>
        <translation>一边是 leader 和两个 follower，另一边是三台服务器：两边各能做什么？</translation>
    </message>
    <message>
        <source>The link is cut. The old leader S5 is in the minority and does not know it yet. Its client writes.</source>
        <translation>链路已切断。旧 leader S5 在少数派一边，自己还不知道。它的客户端发起写入。</translation>
    </message>
    <message>
        <source>The proposal is on two disks. It is not committed: three would be needed.</source>
        <translation>提议已在两块磁盘上，但没有提交：需要三块。</translation>
    </message>
    <message>
        <source>Nothing was heard from a quorum for too long: S5 steps down. The other side elects.</source>
        <translation>太久没有收到过半服务器的消息：S5 下台。另一边开始选举。</translation>
    </message>
    <message>
        <source>A new leader, a new epoch. The majority goes on and serves its clients.</source>
        <translation>新的 leader，新的 epoch。多数派一边继续工作，为它的客户端服务。</translation>
    </message>
    <message>
        <source>Healed. What will become of the proposal that only S4 and S5 have?</source>
        <translation>链路恢复了。只有 S4 和 S5 有的那个提议会怎么样？</translation>
    </message>
    <message>
        <source>SNAP replaced it: it was never committed, so nobody was promised anything. The leader has gone on in epoch 2, and TRUNC does not cross epochs.</source>
        <translation>SNAP 把它换掉了：它从未提交，也就没有向谁承诺过什么。leader 已在 epoch 2 继续工作，而 TRUNC 不跨 epoch。</translation>
    </message>
    <message>
        <source>Sessions, ephemeral znodes and watches</source>
        <translation>会话、临时节点和监听</translation>
    </message>
    <message>
        <source>Three servers and two clients. C1 announces a service by an ephemeral znode; C2 watches it.</source>
        <translation>三台服务器，两个客户端。C1 用一个临时节点宣告一项服务，C2 监听它。</translation>
    </message>
    <message>
        <source>The znode belongs to the session of C1, not to its connection.</source>
        <translation>这个 znode 属于 C1 的会话，而不是它的连接。</translation>
    </message>
    <message>
        <source>C2 has left a watch at its server S2: once, and only there.</source>
        <translation>C2 在它的服务器 S2 上留下一个监听：只有一次，只在那里。</translation>
    </message>
    <message>
        <source>The watch has fired once and is used up. It told that something changed, not what: C2 has to read again.</source>
        <translation>监听触发了一次，用完即失效。它只说有变化，不说变成了什么：C2 必须重新读取。</translation>
    </message>
    <message>
        <source>C1 dies silently. Nobody is told: its session lives on until its timeout has passed without a word from it.</source>
        <translation>C1 悄悄死掉了，没有通知任何人：它的会话还活着，直到超时时间过去而没有它的任何消息。</translation>
    </message>
    <message>
        <source>The leader has closed the session by a transaction, and the ephemeral znode went with it, on all servers at once.</source>
        <translation>leader 用一个事务关闭了会话，临时节点随之删除，所有服务器上同时生效。</translation>
    </message>
    <message>
        <source>A client that is ahead of the server is refused</source>
        <translation>比服务器还新的客户端会被拒绝</translation>
    </message>
    <message>
        <source>S1 is cut off. It does not know yet and still answers clients.</source>
        <translation>S1 被隔开了。它自己还不知道，仍在回答客户端。</translation>
    </message>
    <message>
        <source>C1 has seen the new transaction and turns to S1, which has not. S1 closes the connection without a word.</source>
        <translation>C1 见过新事务，转而去连没有这个事务的 S1。S1 一言不发就关闭了连接。</translation>
    </message>
    <message>
        <source>After the network heals S1 catches up, and takes the client.</source>
        <translation>网络恢复后 S1 补齐了事务，也接受了这个客户端。</translation>
    </message>
    <message>
        <source>Rollover of the counter: a new epoch begins</source>
        <translation>计数器用完：新的 epoch 开始</translation>
    </message>
    <message>
        <source>The next write would need the last number, which is never used: the leader steps down so that a new epoch begins.</source>
        <translation>下一次写入将要用到最后一个编号，而它从不使用：leader 下台，让新的 epoch 开始。</translation>
    </message>
    <message>
        <source>Torn, damaged, inconsistent: who may start?</source>
        <translation>残缺、损坏、自相矛盾：谁能启动？</translation>
    </message>
    <message>
        <source>S1 was writing 1.5 when the power went: half a record is no record, it is skipped. S2 has a wrong checksum in the middle: it refuses to start. S4 claims to be in an epoch that it never promised: it refuses, too.</source>
        <translation>断电时 S1 正在写 1.5：半条记录不算记录，跳过。S2 中间有一处校验和不符：拒绝启动。S4 自称处于一个它从未承诺过的 epoch：也拒绝启动。</translation>
    </message>
    <message>
        <source>Three of five are left, and agree.</source>
        <translation>五台还剩三台，它们达成一致。</translation>
    </message>
    <message>
        <source>Far behind, but the leader&apos;s disk log still has it: DIFF</source>
        <translation>落后很多，但 leader 磁盘上的事务日志里还有：DIFF</translation>
    </message>
    <message>
        <source>S1 is older than everything in the leader&apos;s memory. The leader reads on in its log on disk.</source>
        <translation>S1 比 leader 内存中的一切都旧。leader 改从磁盘上的事务日志接着读。</translation>
    </message>
    <message>
        <source>An even ensemble split 2 | 2 stands still</source>
        <translation>偶数台的集群分成 2 | 2 就停摆</translation>
    </message>
    <message>
        <source>Four servers need three for a quorum. Split in the middle, no side has three: nobody can lead.</source>
        <translation>四台服务器要三台才过半。从中间分开，哪边都没有三台：谁也不能领导。</translation>
    </message>
    <message>
        <source>Three servers would have survived a split 2 | 1. The fourth one made it worse.</source>
        <translation>如果是三台，分成 2 | 1 还能继续工作。第四台反而更糟。</translation>
    </message>
    <message>
        <source>Far behind: SNAP</source>
        <translation>落后太多：SNAP</translation>
    </message>
    <message>
        <source>While S1 is down, 800 writes are committed. The leader remembers the last 500 in memory.</source>
        <translation>S1 停机期间提交了 800 次写入。leader 的内存只记得最近 500 次。</translation>
    </message>
    <message>
        <source>What S1 lacks begins before the oldest transaction in the leader&apos;s memory, and reading the log on disk is switched off here. So S1 receives the whole tree.</source>
        <translation>S1 缺少的事务早于 leader 内存中最旧的事务，而这里关闭了读取磁盘日志。所以 S1 收到整棵 znode 树。</translation>
    </message>
    <message>
        <source>The leader stands still and wakes up in another time</source>
        <translation>leader 停住了，醒来已是另一个时代</translation>
    </message>
    <message>
        <source>S3 freezes, like a process in a long pause. Its followers wait for syncLimit, then they look for a new leader.</source>
        <translation>S3 冻结，就像进程长时间停顿。它的 follower 等满 syncLimit，然后寻找新的 leader。</translation>
    </message>
    <message>
        <source>S3 wakes up and still believes that it leads epoch 1. Nobody listens; soon it finds out and follows.</source>
        <translation>S3 醒来，还以为自己领导着 epoch 1。没有谁听它的；它很快就明白了，成为 follower。</translation>
    </message>
    <message>
        <source>Three groups of three: four living servers of nine can be a quorum</source>
        <translation>三组各三台：九台中活着四台也能过半</translation>
    </message>
    <message>
        <source>A quorum needs a majority within a majority of the groups.</source>
        <translation>过半的意思是：在过半的组里，每组都过半。</translation>
    </message>
    <message>
        <source>Group 3 goes away as a whole, and one server of each other group. Four of nine are left: two of three in two of three groups.</source>
        <translation>第 3 组整组离开，另外两组各离开一台。九台还剩四台：三组中有两组，每组三台中有两台。</translation>
    </message>
    <message>
        <source>One more of group 1, and two groups have no majority: four was enough, these three are not.</source>
        <translation>第 1 组再少一台，就有两组不过半：刚才四台够了，现在这三台不够。</translation>
    </message>
    <message>
        <source>The higher epoch wins over the newer zxid</source>
        <translation>epoch 高的胜过 zxid 新的</translation>
    </message>
    <message>
        <source>S2 has the longest log, up to 1.9, but S1 and S3 took part in epoch 2. What S2 has more was never committed.</source>
        <translation>S2 的事务日志最长，到 1.9，但 S1 和 S3 参加过 epoch 2。S2 多出来的从未提交。</translation>
    </message>
    <message>
        <source>S2 must forget 1.3 to 1.9: the new leader cuts its log back.</source>
        <translation>S2 必须忘掉 1.3 到 1.9：新的 leader 截断它的事务日志。</translation>
    </message>
    <message>
        <source>A late joiner with a stale round</source>
        <translation>轮次过时的迟到者</translation>
    </message>
    <message>
        <source>Three of five elect S3. Then S3 dies, and the two that are left look for a leader in their second round, without a quorum.</source>
        <translation>五台中的三台选出 S3。随后 S3 死掉，剩下的两台在第二轮寻找 leader，但不过半。</translation>
    </message>
    <message>
        <source>S5 starts. Its first round is number 1: the others do not count its vote, they tell it theirs. S5 jumps to their round and forgets what it has heard.</source>
        <translation>S5 启动，它的首轮是第 1 轮：别的服务器不计它的票，而是把自己的选票告诉它。S5 跳到它们的轮次，忘掉已收到的选票。</translation>
    </message>
    <message>
        <source>S1 and S2 took part in epoch 1, S5 in none: the higher epoch wins, and S5 follows.</source>
        <translation>S1 和 S2 参加过 epoch 1，S5 没有参加过任何 epoch：epoch 高的胜出，S5 成为 follower。</translation>
    </message>
    <message>
        <source>A bad network: slow, but in order</source>
        <translation>糟糕的网络：慢，但次序不乱</translation>
    </message>
    <message>
        <source>One packet in twenty is lost, some come twice, none at a steady pace. Votes are simply sent again; a connection repeats what was lost.</source>
        <translation>每二十个数据包丢一个，有的重复到达，快慢不一。选票只要重发就好；连接会重传丢失的数据包。</translation>
    </message>
    <message>
        <source>The newer zxid wins, not the highest id</source>
        <translation>zxid 新的胜出，不是 id 最大的</translation>
    </message>
    <message>
        <source>S3 has the largest id, but its log ends at 1.3. S1 and S2 have 1.5.</source>
        <translation>S3 的 id 最大，但它的事务日志到 1.3 为止。S1 和 S2 有 1.5。</translation>
    </message>
    <message>
        <source>S3 follows S2 and receives what it lacks as a DIFF.</source>
        <translation>S3 跟随 S2，用 DIFF 收到自己缺少的事务。</translation>
    </message>
    <message>
        <source>An observer learns what the voters decide</source>
        <translation>observer 得知投票者的决定</translation>
    </message>
    <message>
        <source>S4 has the largest id, but it does not vote and cannot be elected. The quorum is two of three.</source>
        <translation>S4 的 id 最大，但它不投票，也不能当选。过半是三台中的两台。</translation>
    </message>
    <message>
        <source>A client of the observer writes: the observer forwards the request to the leader and is informed of the commit.</source>
        <translation>observer 的客户端发起写入：observer 把请求转发给 leader，并得知提交结果。</translation>
    </message>
    <message>
        <source>With S1 and S2 gone there is no quorum, whatever the observer says.</source>
        <translation>S1 和 S2 都不在了，就不过半，不管 observer 说什么。</translation>
    </message>
    <message>
        <source>TRUNC does not cross epochs: the old leader gets a SNAP</source>
        <translation>TRUNC 不跨 epoch：旧 leader 收到 SNAP</translation>
    </message>
    <message>
        <source>This time the new leader writes before S3 returns.</source>
        <translation>这一次，S3 回来之前新的 leader 已有写入。</translation>
    </message>
    <message>
        <source>S3&apos;s last transaction is unknown to the leader, and the next one the leader has is of another epoch: the log cannot be cut, S3 receives everything.</source>
        <translation>leader 不认识 S3 的最后一个事务，而 leader 的下一个事务属于另一个 epoch：事务日志不能截断，S3 收到全部内容。</translation>
    </message>
    <message>
        <source>The old leader returns and is truncated</source>
        <translation>旧 leader 回来，事务日志被截断</translation>
    </message>
    <message>
        <source>S3 is alone with its next proposal and loses power.</source>
        <translation>S3 的下一个提议只有它自己有，这时它断电了。</translation>
    </message>
    <message>
        <source>S3 comes back. Its log goes one further than the leader&apos;s: TRUNC cuts it back to the last common transaction.</source>
        <translation>S3 回来了。它的事务日志比 leader 多一个事务：TRUNC 把它截断到最后一个共同的事务。</translation>
    </message>
    <message>
        <source>A one-way cut: heard, but not answered</source>
        <translation>单向切断：听得见，却没有回答</translation>
    </message>
    <message>
        <source>Nothing from S1 reaches the others any more, but S1 hears everything. The leader misses its answers and closes the connection.</source>
        <translation>S1 发出的一切都到不了别处，但 S1 什么都听得见。leader 收不到它的回答，关闭连接。</translation>
    </message>
    <message>
        <source>Partition 2 | 3 and heal</source>
        <translation>网络分区 2 | 3，然后恢复</translation>
    </message>
    <message>
        <source>S4 and S5 are cut off from the other three. S5 does not notice at once.</source>
        <translation>S4 和 S5 与另外三台隔开。S5 不会马上察觉。</translation>
    </message>
    <message>
        <source>After syncLimit S5 has no quorum any more and steps down. The three others elect a new leader.</source>
        <translation>syncLimit 过后 S5 不再过半，于是下台。另外三台选出新的 leader。</translation>
    </message>
    <message>
        <source>Writes go on in the larger part.</source>
        <translation>较大的一边继续写入。</translation>
    </message>
    <message>
        <source>The network heals: the two come back as followers and catch up.</source>
        <translation>网络恢复：那两台作为 follower 回来，补齐事务。</translation>
    </message>
    <message>
        <source>A proposal on a minority disappears</source>
        <translation>只在少数派上的提议会消失</translation>
    </message>
    <message>
        <source>S4 and S5 are cut off from the other three. S5 still believes that it leads and takes a write: it reaches two disks of five.</source>
        <translation>S4 和 S5 与另外三台隔开。S5 还以为自己是 leader，接受了一次写入：它到了五块磁盘中的两块。</translation>
    </message>
    <message>
        <source>Both lose power. The other three are a majority and elect S3; nothing was committed that they do not have.</source>
        <translation>两台都断电。另外三台已过半，选出 S3；凡是提交过的，它们都有。</translation>
    </message>
    <message>
        <source>S4 and S5 come back with the proposal in their logs. They are cut back to what the leader has.</source>
        <translation>S4 和 S5 回来，事务日志里还有那个提议。它们被截断到与 leader 一致。</translation>
    </message>
    <message>
        <source>A proposal that the new leader has gets committed</source>
        <translation>新 leader 拥有的提议会被提交</translation>
    </message>
    <message>
        <source>S5 is cut off from S1, S2 and S3. Its next proposal reaches S4 only: two of five, not committed.</source>
        <translation>S5 与 S1、S2、S3 隔开。它的下一个提议只到了 S4：五台中的两台，没有提交。</translation>
    </message>
    <message>
        <source>S5 loses power, and all four that are left notice at the same time. S4 has the newest zxid, so it wins the election, and what stands in its log becomes committed.</source>
        <translation>S5 断电，剩下的四台同时察觉。S4 的 zxid 最新，所以它赢得选举，它事务日志里的提议随之提交。</translation>
    </message>
    <message>
        <source>Sequential znodes count all children ever made</source>
        <translation>顺序节点的编号数的是创建过的所有子节点</translation>
    </message>
    <message>
        <source>The number is not that of the sequential children: it counts every child that was ever created there.</source>
        <translation>这个编号不是顺序子节点的个数：它数的是在那里创建过的每一个子节点。</translation>
    </message>
    <message>
        <source>Session expiry removes ephemerals, later than you think</source>
        <translation>会话过期会删除临时节点，但比你想的要晚</translation>
    </message>
    <message>
        <source>C1 dies without a word. Nobody knows yet: its ephemeral stays.</source>
        <translation>C1 一声不响地死掉了。谁也不知道：它的临时节点还在。</translation>
    </message>
    <message>
        <source>Only when the leader has heard nothing for the whole timeout does it close the session, by a transaction like any other.</source>
        <translation>leader 要等满整个超时时间都没有消息，才关闭会话，而且像别的修改一样用一个事务来关闭。</translation>
    </message>
    <message>
        <source>A short absence: DIFF</source>
        <translation>短暂离开：DIFF</translation>
    </message>
    <message>
        <source>S1 is down while three writes are committed by the other two.</source>
        <translation>S1 停机期间，另外两台提交了三次写入。</translation>
    </message>
    <message>
        <source>S1 returns. The leader still has everything in memory that S1 lacks and sends just that.</source>
        <translation>S1 回来了。S1 缺少的，leader 内存里都还有，就只发送这些。</translation>
    </message>
    <message>
        <source>A follower&apos;s disk is slow: commit without it</source>
        <translation>follower 的磁盘慢：不等它就提交</translation>
    </message>
    <message>
        <source>From now on an fsync of S1 takes two seconds.</source>
        <translation>从现在起，S1 的一次 fsync 要两秒。</translation>
    </message>
    <message>
        <source>S1 has the proposal in its log, but not on disk: it has not acknowledged. Its late word changes nothing.</source>
        <translation>S1 的事务日志里有这个提议，但还没落盘，所以它没有确认。它迟到的确认不改变什么。</translation>
    </message>
    <message>
        <source>The leader&apos;s disk is slow: two followers commit without its own ack</source>
        <translation>leader 的磁盘慢：有两个 follower 的 ACK，不等它自己的就提交</translation>
    </message>
    <message>
        <source>The leader&apos;s own fsync takes two seconds now. It does not wait for itself: two acknowledgements of followers are a quorum.</source>
        <translation>leader 自己的 fsync 现在要两秒。它不等自己：两个 follower 的确认就过半了。</translation>
    </message>
    <message>
        <source>The leader&apos;s own ack comes two seconds later, for a transaction that is committed already.</source>
        <translation>leader 自己的 ACK 两秒后才来，而那个事务早已提交。</translation>
    </message>
    <message>
        <source>Nine servers split 3 | 3 | 3: five are needed</source>
        <translation>九台服务器分成 3 | 3 | 3：需要五台</translation>
    </message>
    <message>
        <source>Three parts of three: each is smaller than the majority of nine, which is five. All work stops.</source>
        <translation>三边各三台：哪边都不到九台的多数，即五台。一切工作停止。</translation>
    </message>
    <message>
        <source>Two of the parts find each other again: six of nine are enough.</source>
        <translation>其中两边又连通了：九台中有六台，足够了。</translation>
    </message>
    <message>
        <source>Reads may be stale; sync catches up</source>
        <translation>读到的可能是旧数据；sync 会补上</translation>
    </message>
    <message>
        <source>The way to S1 becomes slow: 300 milliseconds.</source>
        <translation>通往 S1 的路变慢了：300 ms。</translation>
    </message>
    <message>
        <source>C1 has its answer: the write is committed. C2 asks S1, which has not heard of the commit: an old answer, and a correct one.</source>
        <translation>C1 得到了回答：写入已提交。C2 去问 S1，而 S1 还没听说这次提交：回答是旧的，但也是正确的。</translation>
    </message>
    <message>
        <source>sync goes to the leader and comes back behind all commits that were there before it.</source>
        <translation>sync 发到 leader，再排在此前所有提交之后回来。</translation>
    </message>
    <message>
        <source>Start-up all at once: the largest id wins</source>
        <translation>同时启动：id 最大的胜出</translation>
    </message>
    <message>
        <source>Everybody votes for itself first. All histories are empty, so the ids decide, and every server ends up with a vote for S5.</source>
        <translation>每台服务器先投自己。历史都是空的，所以由 id 决定，最后每台都投给 S5。</translation>
    </message>
    <message>
        <source>The leader asks a quorum for its accepted epochs and takes the highest plus one: epoch 1.</source>
        <translation>leader 向过半服务器询问 acceptedEpoch，取最大的加一：epoch 1。</translation>
    </message>
    <message>
        <source>Start-up one by one: the third server makes the quorum</source>
        <translation>逐台启动：第三台凑成过半</translation>
    </message>
    <message>
        <source>S1 starts alone. It votes for itself, but one vote of five is no majority: it keeps looking.</source>
        <translation>S1 独自启动。它投给自己，但五台中只有一票，不过半：它继续寻找。</translation>
    </message>
    <message>
        <source>S2 has the larger id and the same empty history, so S1 changes its vote to S2. Two of five: still no majority.</source>
        <translation>S2 的 id 较大，历史同样是空的，于是 S1 改投 S2。五台中有两票：仍不过半。</translation>
    </message>
    <message>
        <source>S3 is the third of five: now a quorum can agree, and it agrees on the largest id that is there.</source>
        <translation>S3 是五台中的第三台：现在能过半了，大家一致投给在场 id 最大的那台。</translation>
    </message>
    <message>
        <source>S4 and S5 have larger ids, but they find a leader that a quorum follows. They join it. The highest id does not always win.</source>
        <translation>S4 和 S5 的 id 更大，但它们看到已有过半服务器跟随的 leader，就加入它。id 最大的不一定胜出。</translation>
    </message>
    <message>
        <source>A watch says that something changed, once, and not what</source>
        <translation>监听只说一次有变化，不说变成了什么</translation>
    </message>
    <message>
        <source>C2 reads /a and leaves a watch at its server, S2.</source>
        <translation>C2 读取 /a，并在它的服务器 S2 上留下一个监听。</translation>
    </message>
    <message>
        <source>The watch is used up. Further changes come and go without a word, until C2 reads again.</source>
        <translation>监听已经用完。之后的变化悄无声息，直到 C2 再次读取。</translation>
    </message>
    <message>
        <source>Watches survive a reconnect, because the client sends them again</source>
        <translation>监听能挺过重连，因为客户端会重新发送它们</translation>
    </message>
    <message>
        <source>C1 leaves two watches at its server, S1: on /a and on /b. Then S1 crashes, and the watches with it.</source>
        <translation>C1 在它的服务器 S1 上留下两个监听：/a 和 /b。随后 S1 崩溃，监听也随之消失。</translation>
    </message>
    <message>
        <source>C1 has found another server and sent both watches, with the last zxid it has seen. /a has changed since: that watch fires at once. The one on /b is set.</source>
        <translation>C1 找到了另一台服务器，把两个监听连同自己见过的最后一个 zxid 一起发了过去。/a 此后已变化：这个监听立即触发。/b 上的那个则重新设置。</translation>
    </message>
    <message>
        <source>A session that moves takes its watches along. At the old server they end with the connection.</source>
        <translation>会话迁移时会带走它的监听。在旧服务器上，它们随连接一起结束。</translation>
    </message>
    <message>
        <source>A callback that takes its time holds up every event behind it</source>
        <translation>一个迟迟不结束的回调会挡住它后面的所有事件</translation>
    </message>
    <message>
        <source>Step 1 of 3: C1 reads /a and /b and asks for watches. With each answer it notes the path in its map of data watches.</source>
        <translation>三步之一：C1 读取 /a 和 /b，并要求监听。每收到一个应答，它就把路径记入自己的数据监听表。</translation>
    </message>
    <message>
        <source>C1&apos;s callbacks take 5 seconds from now on. C2 changes /a: step 2, the server triggers; step 3, C1&apos;s EventThread calls back.</source>
        <translation>从现在起，C1 的每个回调要 5 秒。C2 修改 /a：第二步，服务器触发；第三步，C1 的 EventThread 回调。</translation>
    </message>
    <message>
        <source>/b changes as well. The notification is here, the SendThread has taken it, but the callback for /a still runs: the event waits.</source>
        <translation>/b 也变了。通知已经到达，SendThread 已经收下，但 /a 的回调还在执行：这个事件只能等待。</translation>
    </message>
    <message>
        <source>Only the EventThread is blocked. The SendThread goes on: C1 asks and has its answers, and it already sees the new data.</source>
        <translation>被挡住的只有 EventThread。SendThread 照常工作：C1 发出请求并得到应答，而且已经看到新数据。</translation>
    </message>
    <message>
        <source>It pings, too, so the session lives. Then its server crashes: Disconnected and SyncConnected queue up behind /b.</source>
        <translation>它也照常发 ping，所以会话还在。随后它的服务器崩溃：Disconnected 和 SyncConnected 排在 /b 后面。</translation>
    </message>
    <message>
        <source>When the first callback ends, the others have their turn, in the order in which they came: /b first, 5 seconds late.</source>
        <translation>第一个回调结束后，其余事件按到达的先后依次进行：先是 /b，晚了 5 秒。</translation>
    </message>
    <message>
        <source>With callbacks that take no time the queue empties at once.</source>
        <translation>回调不耗时间时，队列立刻清空。</translation>
    </message>
    <message>
        <source>A paused client wakes up and believes that nothing has happened</source>
        <translation>停顿的客户端醒来，以为什么都没发生</translation>
    </message>
    <message>
        <source>C1 stands still: a long pause of its garbage collector. Its connection is up, the kernel still takes packets for it, but nobody pings.</source>
        <translation>C1 停住了：一次长时间的垃圾回收停顿。连接还在，内核仍替它收包，但没有人发 ping。</translation>
    </message>
    <message>
        <source>After its timeout, plus up to one tick, the leader closes the session. The ephemeral goes, and C2 is told at once.</source>
        <translation>超时之后最多再过一个 tick，leader 关闭会话。临时 znode 消失，C2 立刻得到通知。</translation>
    </message>
    <message>
        <source>What C1&apos;s application has in mind it does first when it goes on: it writes as if it still held something. Nothing in C1 can stop it.</source>
        <translation>C1 的应用程序恢复后先做它原本要做的事：照样写入，仿佛仍然持有。C1 内部没有任何东西能阻止它。</translation>
    </message>
    <message>
        <source>Then the SendThread looks at the clock: nothing was heard for longer than two thirds of the timeout. The connection is given up, the write has an unknown outcome.</source>
        <translation>然后 SendThread 看时钟：超过三分之二的会话超时没有收到任何消息。它放弃连接，这次写入的结果未知。</translation>
    </message>
    <message>
        <source>Only a server can tell C1 that its session is gone. It asks the next one, and learns it there.</source>
        <translation>只有服务器能告诉 C1 会话已经没有了。它去问下一台，在那里得知。</translation>
    </message>
    <message>
        <source>Clients elect a leader, and it steps down when it is not sure</source>
        <translation>客户端选出领导者，它不确定时就不再领导</translation>
    </message>
    <message>
        <source>C1 has the lowest number and leads. Before it said so, it looked whether that znode belongs to its present session.</source>
        <translation>C1 的序号最小，它领导。在宣布之前，它先查看那个 znode 是否属于自己现在的会话。</translation>
    </message>
    <message>
        <source>The server of C1 dies. C1 cannot know whether its session lives: at once it does not lead any more. Nobody leads meanwhile.</source>
        <translation>C1 的服务器死了。C1 无法知道自己的会话是否还在：它立刻不再领导。这段时间没有人领导。</translation>
    </message>
    <message>
        <source>Connected again in the same session, it reads the children and its own znode: it is still the lowest, and leads again.</source>
        <translation>在同一个会话里重新连上后，它读取子节点和自己的 znode：序号仍然最小，于是再次领导。</translation>
    </message>
    <message>
        <source>C1 resigns; the next in line leads.</source>
        <translation>C1 辞职，队列中的下一个领导。</translation>
    </message>
    <message>
        <source>A lock without a herd: each waits for the one before it</source>
        <translation>没有羊群效应的锁：每个客户端只等它前面的那一个</translation>
    </message>
    <message>
        <source>Eight clients want the lock /locks/chain. Each creates an ephemeral sequential znode; the lowest number holds.</source>
        <translation>八个客户端想要锁 /locks/chain。每个都创建一个临时顺序 znode，序号最小的持有锁。</translation>
    </message>
    <message>
        <source>C1 gives it back. Only C2 watched that znode: one notification, one reading of the children, and it is the turn of C2.</source>
        <translation>C1 归还锁。只有 C2 监听着那个 znode：一个通知，读一次子节点，就轮到 C2。</translation>
    </message>
    <message>
        <source>The same again with the naive lock: all seven who wait watch the holder.</source>
        <translation>再用朴素锁来一遍：等待的七个客户端全都监听持有者。</translation>
    </message>
    <message>
        <source>C1 gives it back: seven are woken at once, all seven read, and six of them in vain. Those set their watches again, on the next holder.</source>
        <translation>C1 归还锁：七个同时被唤醒，七个都去读，其中六个白读一场，又在下一个持有者上重新设置监听。</translation>
    </message>
    <message>
        <source>A waiter in the middle dies, and the chain closes behind it</source>
        <translation>队列中间的等待者死了，链条在它身后接上</translation>
    </message>
    <message>
        <source>C3 dies without a word. Its znode stays until the leader finds that its session has expired; nobody notices yet.</source>
        <translation>C3 无声地死了。它的 znode 一直留到领导者发现它的会话过期；现在还没有人察觉。</translation>
    </message>
    <message>
        <source>The session of C3 expires, its znode goes, and C4, who watched it, is woken. It reads the children: C2 is before it now.</source>
        <translation>C3 的会话过期，它的 znode 消失，监听它的 C4 被唤醒。C4 读取子节点：现在前面是 C2。</translation>
    </message>
    <message>
        <source>C1 and C2 give back one after the other, and C4 has its turn.</source>
        <translation>C1 和 C2 先后归还，轮到 C4。</translation>
    </message>
    <message>
        <source>A hundred clients take turns</source>
        <translation>一百个客户端轮流持有</translation>
    </message>
    <message>
        <source>A hundred clients ask for one lock and hold it for 100 milliseconds each. With each release one client is woken.</source>
        <translation>一百个客户端请求同一把锁，每个持有 100 毫秒。每次释放只唤醒一个客户端。</translation>
    </message>
    <message>
        <source>Some of them crash while they wait; the others go on as soon as the sessions of the dead have expired.</source>
        <translation>其中几个在等待时崩溃；死者的会话一过期，其余的就继续轮流。</translation>
    </message>
    <message>
        <source>A paused holder wakes up late, and the fencing token stops it</source>
        <translation>暂停的持有者醒得太晚，被防护令牌（fencing token）拦下</translation>
    </message>
    <message>
        <source>C1 holds the lock and writes to the resource. With the write goes its fencing token, the zxid that created its znode.</source>
        <translation>C1 持有锁并向资源写入。写入时带上它的防护令牌，即创建它的 znode 的 zxid。</translation>
    </message>
    <message>
        <source>A long pause: C1 stands still. It was about to write once more. The leader hears nothing of its session and lets it expire.</source>
        <translation>一次长暂停：C1 停住了，它正要再写一次。领导者听不到这个会话的消息，让它过期。</translation>
    </message>
    <message>
        <source>Now C2 holds the lock and writes, with a larger token. C1 does not know of it: it still believes that it holds.</source>
        <translation>现在 C2 持有锁并写入，令牌更大。C1 对此一无所知：它仍然以为自己持有锁。</translation>
    </message>
    <message>
        <source>C1 wakes up and does what it was about to do. No lock can stop this write: the resource does, for its token is too small.</source>
        <translation>C1 醒来，做它本来要做的事。没有锁能拦住这次写入：拦住它的是资源，因为它的令牌太小。</translation>
    </message>
    <message>
        <source>Without a look at the token the late write would have come through.</source>
        <translation>如果不看令牌，迟到的写入就会得逞。</translation>
    </message>
    <message>
        <source>Created or not? The protected name finds out</source>
        <translation>到底创建了没有？受保护的名字能查明</translation>
    </message>
    <message>
        <source>C1 asks for a lock. Its create is carried out, but S1 dies before it can answer: the outcome is unknown.</source>
        <translation>C1 请求一把锁。它的 create 已经执行，但 S1 在应答之前死了：结果未知。</translation>
    </message>
    <message>
        <source>On its new connection C1 looks for the uuid in its name, finds its znode, and holds the lock. No second znode is made.</source>
        <translation>在新连接上，C1 按名字里的 uuid 查找，找到自己的 znode，持有锁。没有产生第二个 znode。</translation>
    </message>
    <message>
        <source>C2 took no name of its own. It creates again, and waits behind its own first znode, which nobody will ever delete.</source>
        <translation>C2 没有用自己独有的名字。它又创建一次，然后排在自己的第一个 znode 后面等待，而那个 znode 永远没有人会删除。</translation>
    </message>
    <message>
        <source>The predecessor vanishes before it can be watched</source>
        <translation>前驱在被监听之前就消失了</translation>
    </message>
    <message>
        <source>C2 asks as well, reads the children and finds C1 before it. Before C2 can set its watch, C1 deletes its znode.</source>
        <translation>C2 也来请求，读取子节点，发现前面是 C1。C2 还没来得及设置监听，C1 就删除了自己的 znode。</translation>
    </message>
    <message>
        <source>getData leaves no watch on a znode that is gone: NONODE, and C2 reads the children again. With exists it would wait for nobody.</source>
        <translation>getData 不会在已消失的 znode 上留下监听：返回 NONODE，C2 重新读取子节点。若用 exists，它就会空等一个不存在的节点。</translation>
    </message>
    <message>
        <source>C3 waits, without a uuid in its name. Somebody deletes its znode by hand. C3 watches C2 and not itself: it does not notice.</source>
        <translation>C3 在等待，名字里没有 uuid。有人手工删除了它的 znode。C3 监听的是 C2 而不是自己：它没有察觉。</translation>
    </message>
    <message>
        <source>Woken by C2, it finds that it has lost its place. It creates a new znode, at the end of the line.</source>
        <translation>被 C2 唤醒后，它发现自己的位置没了，于是在队尾创建一个新的 znode。</translation>
    </message>
    <message>
        <source>A read/write lock: readers wake together</source>
        <translation>读写锁：读者一起醒来</translation>
    </message>
    <message>
        <source>C1 and C2 read, C3 wants to write, C4 and C5 want to read. The names tell readers from writers.</source>
        <translation>C1 和 C2 在读，C3 想写，C4 和 C5 想读。名字区分读者和写者。</translation>
    </message>
    <message>
        <source>The writer waits for the reader just before it; C4 and C5 wait for the writer, not for each other.</source>
        <translation>写者等它前面紧挨着的读者；C4 和 C5 等的是写者，而不是彼此。</translation>
    </message>
    <message>
        <source>The writer gives back. Both readers are woken by the one znode that they watched, and both hold.</source>
        <translation>写者归还。两个读者被它们共同监听的那个 znode 唤醒，两个都持有。</translation>
    </message>
    <message>
        <source>Locks without a herd, and the fence behind them</source>
        <translation>没有羊群效应的锁，以及它背后的防护</translation>
    </message>
    <message>
        <source>Three servers, five clients, one lock. How does each of them know whose turn it is, and who wakes whom?</source>
        <translation>三台服务器，五个客户端，一把锁。每个客户端怎么知道轮到谁？谁来唤醒谁？</translation>
    </message>
    <message>
        <source>C1 has created an ephemeral sequential znode and read the children. Its number is the lowest, so it holds the lock.</source>
        <translation>C1 创建了一个有序临时节点，并读取了子节点。它的编号最小，所以它持有锁。</translation>
    </message>
    <message>
        <source>Four wait. Each of them watches only the znode before its own. How many will hear of it when C1 gives the lock back?</source>
        <translation>四个客户端在等待，每个只监听自己前面的那个 znode。C1 释放锁时，会有几个收到通知？</translation>
    </message>
    <message>
        <source>One: C2. It reads the children again before it believes that it holds: its predecessor may have vanished without ever holding.</source>
        <translation>一个：C2。它要重新读取子节点，才相信自己持有锁：它的前一个可能从未持有过锁就消失了。</translation>
    </message>
    <message>
        <source>C3 dies in the middle of the chain. Does C4 get the lock when the session of C3 expires?</source>
        <translation>C3 在等待链中间崩溃。C3 的会话过期时，C4 会得到锁吗？</translation>
    </message>
    <message>
        <source>No. C4 was woken, has read the children, and waits for C2 now: a predecessor that is gone is not a lock that is free.</source>
        <translation>不会。C4 被唤醒，读取了子节点，现在改为等待 C2：前一个消失，不等于锁已空闲。</translation>
    </message>
    <message>
        <source>The holder C2 stands still, in a long garbage collection say. Its session expires meanwhile. Who holds the lock then?</source>
        <translation>持有者 C2 停顿了，比如一次很长的垃圾回收。其间它的会话过期。那时锁归谁？</translation>
    </message>
    <message>
        <source>C2 goes on as if nothing had happened: it still believes that it holds, and writes. What does the printer do with that?</source>
        <translation>C2 继续运行，就像什么都没发生：它仍然相信自己持有锁，并发起写入。打印机会怎么处理？</translation>
    </message>
    <message>
        <source>The printer has seen a higher fencing token, so it refuses. A lock alone cannot stop a holder that has slept; the token does.</source>
        <translation>打印机见过更大的防护令牌（fencing token），所以拒绝。单靠锁挡不住睡过去的持有者，令牌可以。</translation>
    </message>
    <message>
        <source>Only when C2 reaches a server again does it hear that its session is gone. Until then nothing but its own clock warned it.</source>
        <translation>直到 C2 再次连上服务器，它才得知会话已经没有了。在那之前，只有它自己的时钟提醒过它。</translation>
    </message>
    <message>
        <source>Reads, order and watches</source>
        <translation>读、顺序与监听</translation>
    </message>
    <message>
        <source>Three servers, two clients. C1 is a client of S3, the leader. C2 is a client of S1.</source>
        <translation>三台服务器，两个客户端。C1 连着 leader S3，C2 连着 S1。</translation>
    </message>
    <message>
        <source>From now on S1 is far away: 400 milliseconds from the leader. C1 raises the price, and has its answer. Then it phones C2. What will C2 read?</source>
        <translation>从现在起 S1 离得很远：到 leader 要 400 毫秒。C1 提高价格并得到应答，然后打电话给 C2。C2 会读到什么？</translation>
    </message>
    <message>
        <source>The old price. S1 answers reads from its own tree and asks nobody: that is why reads are fast, and why more servers carry more of them. C2 has seen less of the history than C1, not a false one.</source>
        <translation>旧价格。S1 用自己的树回答读，谁也不问：所以读很快，服务器越多能承担的读也越多。C2 看到的历史比 C1 少，但不是假的。</translation>
    </message>
    <message>
        <source>C2 wants to be sure. It calls sync, then reads, and does not wait in between. Which of the two comes back first?</source>
        <translation>C2 想确定一下。它调用 sync，接着读，中间不等待。哪一个先返回？</translation>
    </message>
    <message>
        <source>sync travels to the leader and back, behind every commit that was there before it. The read waits for it in the queue of the session, as it would wait for a write of its own.</source>
        <translation>sync 去到 leader 再回来，排在此前所有提交之后。读在会话的队列里等它，就像等自己的写一样。</translation>
    </message>
    <message>
        <source>C2 has now seen as much as C1. It will never see less again, whatever server it asks. S2 is close to the leader: C2 moves there.</source>
        <translation>现在 C2 见到的和 C1 一样多。今后不论问哪台服务器，它都不会再看到更少。S2 离 leader 很近：C2 转到那里。</translation>
    </message>
    <message>
        <source>It reads with a watch. Only a boolean goes to the server: there the connection is the watcher. What the watcher does stands in the client.</source>
        <translation>它带监听读取。发给服务器的只是一个 boolean：在那里连接就是 Watcher。Watcher 做什么，写在客户端里。</translation>
    </message>
    <message>
        <source>The price has changed, and C2 has asked again at the same time. Could it see the new price before it is told of the change?</source>
        <translation>价格变了，同时 C2 又问了一次。它会不会在得知变化之前就看到新价格？</translation>
    </message>
    <message>
        <source>No: the notification was written to the connection while the change was applied, so it came before every answer that shows it. It carries no data and no zxid, and it comes only once.</source>
        <translation>不会：应用这个变化时通知就已写入连接，所以它先于任何显示该变化的应答。它不带数据，也不带 zxid，而且只来一次。</translation>
    </message>
    <message>
        <source>The price has changed once more, and C2 knows nothing of it: the watch is used up. Between the event and the next read, changes are missed. C2 reads again, with a new watch.</source>
        <translation>价格又变了一次，C2 却不知道：监听已经用掉。在事件与下一次读之间的变化会错过。C2 再读一次，并设新的监听。</translation>
    </message>
    <message>
        <source>Now C2&apos;s whole process stands still for two seconds: a pause of its garbage collector. The price changes meanwhile. What does C2 know when it goes on?</source>
        <translation>现在 C2 的整个进程停住两秒：一次垃圾回收停顿。其间价格变了。恢复时 C2 知道什么？</translation>
    </message>
    <message>
        <source>The notification waited in its socket. C2 is late, but nothing is lost, and the order is kept: first the event, then whatever it reads.</source>
        <translation>通知在它的套接字里等着。C2 迟了，但什么也没丢，顺序也不变：先是事件，然后才是它读到的内容。</translation>
    </message>
    <message>
        <source>Its last question. C2 turns to S1, which is behind again. Will S1 take it, show it an old price, or refuse?</source>
        <translation>最后一个问题。C2 转向又落后了的 S1。S1 会接受它、给它看旧价格，还是拒绝？</translation>
    </message>
    <message>
        <source>Refused, without a word: C2 has seen more than S1. It goes round its list of servers until one has caught up. A session never goes back in time.</source>
        <translation>被拒绝，一言不发：C2 见过的比 S1 多。它沿着服务器列表尝试，直到有一台赶上。会话从不倒退到过去。</translation>
    </message>
    <message>
        <source>An asynchronous reply waits its turn behind the events</source>
        <translation>异步应答排在事件之后等待</translation>
    </message>
    <message>
        <source>C1&apos;s callbacks take 5 seconds. C2 changes /a, and the watcher is called: the EventThread is busy.</source>
        <translation>C1 的每个回调要 5 秒。C2 修改 /a，Watcher 被调用：EventThread 正忙。</translation>
    </message>
    <message>
        <source>C1 asks twice: once asynchronously, once synchronously. Both replies come at once, but the first waits in the EventThread&apos;s queue.</source>
        <translation>C1 请求两次：一次异步，一次同步。两个应答都马上到达，但第一个要在 EventThread 的队列里等待。</translation>
    </message>
    <message>
        <source>Were the synchronous call made within a callback, it would block the EventThread itself: its reply does not pass through the queue, but the thread that waits for it is the one that empties it.</source>
        <translation>如果同步调用是在回调里发出的，就会阻塞 EventThread 自己：它的应答不经过队列，但等待应答的正是清空队列的那个线程。</translation>
    </message>
    <message>
        <source>Only when the watcher is done is the callback of the asynchronous call called. Meanwhile the SendThread pinged: the session lives.</source>
        <translation>只有等 Watcher 执行完，异步调用的回调才会被调用。其间 SendThread 一直在 ping：会话还活着。</translation>
    </message>
    <message>
        <source>Calls that are on their way when the connection breaks fail, and these replies stand in the queue before the event Disconnected.</source>
        <translation>连接断开时还在途中的调用会失败，这些应答在队列里排在 Disconnected 事件之前。</translation>
    </message>
    <message>
        <source>auth: said again on every connection, with xid -4</source>
        <translation>auth：每个新连接上都要重说一遍，xid 为 -4</translation>
    </message>
    <message>
        <source>C1 says who it is. The packet has xid -4: no call of the application has such a number, and nobody waits for the answer.</source>
        <translation>C1 说明自己是谁。这个包的 xid 是 -4：应用的调用不会有这样的编号，也没有人等待它的应答。</translation>
    </message>
    <message>
        <source>S1 crashes. The next server knows neither C1&apos;s id nor its watches: auth goes first, then setWatches with xid -8, then older calls.</source>
        <translation>S1 崩溃。下一台服务器既不知道 C1 的身份，也不知道它的监听：先发 auth，再发 xid 为 -8 的 setWatches，然后才是更早的调用。</translation>
    </message>
    <message>
        <source>A scheme that no server knows: the answer is AUTHFAILED, and the handle is dead for good. What is asked later fails at once.</source>
        <translation>没有服务器认识的认证方式：应答是 AUTHFAILED，这个句柄从此作废。之后的请求立刻失败。</translation>
    </message>
    <message>
        <source>Only a new handle helps. It is a new session, and it remembers nothing of what the old one said.</source>
        <translation>只有新句柄才有用。它是一个新会话，不记得旧句柄说过的任何话。</translation>
    </message>
    <message>
        <source>Three watchers, one watch at the server, one notification</source>
        <translation>三个 Watcher，服务器上一个监听，一次通知</translation>
    </message>
    <message>
        <source>C1 reads /a three times, each time with another watcher: its default watcher and two objects of the application, w1 and w2.</source>
        <translation>C1 读 /a 三次，每次用不同的 Watcher：它的默认 Watcher，以及应用的两个对象 w1 和 w2。</translation>
    </message>
    <message>
        <source>Only a boolean went over the wire. For the server the connection is the watcher, and it is registered once.</source>
        <translation>网络上只传了一个 boolean。对服务器来说连接就是 Watcher，只登记一次。</translation>
    </message>
    <message>
        <source>One notification came, one entry stands in the queue of the EventThread, and its three watchers are called in turn, one second each.</source>
        <translation>来了一次通知，EventThread 的队列里是一个条目，它的三个 Watcher 依次被调用，每个一秒。</translation>
    </message>
    <message>
        <source>A change of state finds every watcher, each once, however many paths it watches. No watch is used up by it.</source>
        <translation>状态变化会找到每一个 Watcher，不论监听多少路径都只通知一次。它不消耗任何监听。</translation>
    </message>
    <message>
        <source>Persistent watches stay, recursive ones see a whole subtree</source>
        <translation>持久监听一直保留，递归监听看到整棵子树</translation>
    </message>
    <message>
        <source>C1 adds a persistent watch to /a and a recursive one to /tree, which is not even there. addWatch carries a mode, not a boolean.</source>
        <translation>C1 给 /a 加持久监听，给还不存在的 /tree 加递归监听。addWatch 携带的是模式，而不是 boolean。</translation>
    </message>
    <message>
        <source>Two changes, two notifications: nothing is used up. The watch stays at the server and in the client&apos;s map.</source>
        <translation>两次修改，两次通知：没有消耗。监听留在服务器上，也留在客户端的表里。</translation>
    </message>
    <message>
        <source>The recursive watch hears of everything below /tree, but never of children that have changed: the creation itself says enough.</source>
        <translation>递归监听会收到 /tree 之下的一切事件，但从不收到子节点变化：创建事件本身已经足够。</translation>
    </message>
    <message>
        <source>S1 crashes. The client tells the next server all of it again: setWatches2, because setWatches has no lists for persistent watches.</source>
        <translation>S1 崩溃。客户端把这一切再告诉下一台服务器：用 setWatches2，因为 setWatches 没有持久监听的列表。</translation>
    </message>
    <message>
        <source>A trap: a plain read with a watch on the same path. The server keeps one mode for each path, so the persistent watch becomes one-shot.</source>
        <translation>一个陷阱：在同一路径上做一次带监听的普通读。服务器对每个路径只保留一种模式，于是持久监听变成一次性的。</translation>
    </message>
    <message>
        <source>unwatch takes watches back. The server sends no event for it, the client makes its own: PersistentWatchRemoved.</source>
        <translation>unwatch 收回监听。服务器不为此发送事件，客户端自己生成：PersistentWatchRemoved。</translation>
    </message>
    <message>
        <source>A read waits behind the session&apos;s own write, and behind nobody else&apos;s</source>
        <translation>读要等本会话自己的写，不等别人的</translation>
    </message>
    <message>
        <source>The way between S1 and the leader takes 300 milliseconds now. C1 and C2 are both clients of S1.</source>
        <translation>现在 S1 与 leader 之间要 300 毫秒。C1 和 C2 都是 S1 的客户端。</translation>
    </message>
    <message>
        <source>C2&apos;s read is answered at once, from S1&apos;s own tree: the old value. C1&apos;s read has to wait: C1&apos;s write stands before it in the queue of its session.</source>
        <translation>C2 的读立刻由 S1 自己的树回答：旧值。C1 的读必须等待：在它会话的队列里，C1 的写排在前面。</translation>
    </message>
    <message>
        <source>The commit comes to S1, the write is answered, then the read behind it. C1 reads its own write, whatever server it asks.</source>
        <translation>提交到达 S1，先应答写，再应答它后面的读。不论问哪台服务器，C1 都读得到自己写的内容。</translation>
    </message>
    <message>
        <source>Each answer carries the zxid up to which S1 had applied. C2 has seen less of the history than C1, although both asked the same server.</source>
        <translation>每个应答都带着 S1 当时已应用到的 zxid。虽然问的是同一台服务器，C2 看到的历史比 C1 少。</translation>
    </message>
    <message>
        <source>Everybody sees the same order, not at the same moment</source>
        <translation>大家看到的顺序相同，时刻不同</translation>
    </message>
    <message>
        <source>S1 is far away from the leader: 200 milliseconds. C1 writes x, then y. C2 asks S2, C3 asks S1.</source>
        <translation>S1 离 leader 很远：200 毫秒。C1 先写 x，再写 y。C2 问 S2，C3 问 S1。</translation>
    </message>
    <message>
        <source>C2 sees x = 1, C3 still x = 0, at the same moment: S1 has not heard of it yet. Both answers are right.</source>
        <translation>同一时刻，C2 看到 x = 1，C3 仍看到 x = 0：S1 还没有得知。两个答案都是对的。</translation>
    </message>
    <message>
        <source>What can never come is y = 1 before x = 1: every server applies the transactions in the order of their zxids, and no session ever goes back.</source>
        <translation>绝不会出现的是先看到 y = 1 再看到 x = 1：每台服务器都按 zxid 的顺序应用事务，任何会话都不会倒退。</translation>
    </message>
    <message>
        <source>C2 moves to S1, which is behind again. It has seen more than S1 has applied, so S1 closes the connection, and C2 goes round its list.</source>
        <translation>C2 转到又落后了的 S1。它见过的比 S1 已应用的多，于是 S1 关闭连接，C2 沿列表继续尝试。</translation>
    </message>
    <message>
        <source>The list of servers: shuffled, gone round, and a second&apos;s wait when all have been tried</source>
        <translation>服务器列表：打乱一次，循环尝试，全部试过后等一秒</translation>
    </message>
    <message>
        <source>Nobody is running. C1 tries the servers of its list one after the other, S2 first. As long as no connection has come about it does not sleep between them.</source>
        <translation>没有服务器在运行。C1 依次尝试列表中的服务器，先是 S2。在还没有建立过连接之前，它在两次尝试之间不休眠。</translation>
    </message>
    <message>
        <source>All have been tried: it waits a second, then it goes round again. No state has changed, so no watcher was told anything.</source>
        <translation>全部试过了：它等一秒，再从头来。状态没有变化，所以没有通知任何 Watcher。</translation>
    </message>
    <message>
        <source>From now on it sleeps for a random time below a second before every attempt, so that a thousand clients do not come back in one wave.</source>
        <translation>从现在起，每次尝试之前它随机休眠不到一秒，免得上千个客户端一拥而上。</translation>
    </message>
    <message>
        <source>S1 and S2 come back and stand still: they take the connection and do not answer. After a third of the timeout C1 gives up on each.</source>
        <translation>S1 和 S2 重新启动后就停住：它们接受连接，但不应答。C1 对每一台等到超时的三分之一就放弃。</translation>
    </message>
    <message>
        <source>Barriers: wait until it is gone, begin together, end together</source>
        <translation>屏障：等它消失，一起开始，一起结束</translation>
    </message>
    <message>
        <source>A barrier is a znode. C1 puts it up; C2 and C3 wait while it exists.</source>
        <translation>屏障就是一个 znode。C1 立起它；只要它存在，C2 和 C3 就等待。</translation>
    </message>
    <message>
        <source>C1 deletes it: both are woken and go on. Whoever comes later does not wait at all.</source>
        <translation>C1 删除它：两个都被唤醒，继续前进。后来的根本不用等。</translation>
    </message>
    <message>
        <source>A double barrier: a computation begins when three are there. Two have come, and wait for the znode ready.</source>
        <translation>双重屏障：到齐三个才开始计算。来了两个，等待 znode ready。</translation>
    </message>
    <message>
        <source>The third one creates ready: all begin.</source>
        <translation>第三个创建 ready：大家开始。</translation>
    </message>
    <message>
        <source>They end together, too. Whoever is done deletes its znode, but the lowest stays and waits for the others, and all wait for it.</source>
        <translation>结束也要一起。做完的删除自己的 znode，但最小的那个留下等其他的，而大家都等它。</translation>
    </message>
    <message>
        <source>Configuration and service discovery: what a client knows, and since when</source>
        <translation>配置与服务发现：客户端知道什么，从何时起知道</translation>
    </message>
    <message>
        <source>C2 and C4 follow a configuration. There is none yet: exists leaves a watch for its creation.</source>
        <translation>C2 和 C4 跟踪一项配置。它还不存在：exists 留下一个监听，等它被创建。</translation>
    </message>
    <message>
        <source>Every change wakes them; what has changed they have to read, and the reading leaves the next watch.</source>
        <translation>每次变化都唤醒它们；变了什么要自己去读，读取同时留下下一个监听。</translation>
    </message>
    <message>
        <source>Two changes in a row may melt into one: a watch tells that something happened, not what, and not how often.</source>
        <translation>接连两次变化可能合成一次：监听只告诉你发生了变化，不说是什么，也不说几次。</translation>
    </message>
    <message>
        <source>C1 and C3 are instances of a service; C2 looks for them. Each instance is an ephemeral znode with its address.</source>
        <translation>C1 和 C3 是一项服务的实例；C2 寻找它们。每个实例是一个带地址的临时 znode。</translation>
    </message>
    <message>
        <source>C3 dies. As long as its session lives, C2 finds an instance that does not answer.</source>
        <translation>C3 死了。只要它的会话还在，C2 找到的就是一个不会应答的实例。</translation>
    </message>
    <message>
        <source>C2 loses its server: it goes on with the list that it knew last, and reads again when it is back.</source>
        <translation>C2 失去了服务器：它继续使用最后知道的名单，回来后再重新读取。</translation>
    </message>
    <message>
        <source>Group membership: a name stays as long as its session</source>
        <translation>组成员：名字与会话同在</translation>
    </message>
    <message>
        <source>Three clients join a group. Each has an ephemeral znode in it and watches the list of all.</source>
        <translation>三个客户端加入一个组。每个在组里有一个临时 znode，并监听全体名单。</translation>
    </message>
    <message>
        <source>C2 leaves, and the others are told that the list has changed. They read it again.</source>
        <translation>C2 离开，其他成员被告知名单有变化。它们重新读取。</translation>
    </message>
    <message>
        <source>C3 dies. Nobody notices before its session expires.</source>
        <translation>C3 死了。在它的会话过期之前没有人察觉。</translation>
    </message>
    <message>
        <source>Without a connection a member does not know how long the others see it. Back in time, it is still there.</source>
        <translation>没有连接时，成员不知道别人还能看到它多久。及时回来，它还在组里。</translation>
    </message>
    <message>
        <source>A queue: whoever deletes the lowest has taken it</source>
        <translation>队列：谁删除了最小的元素，谁就取走了它</translation>
    </message>
    <message>
        <source>C1 offers three elements: persistent sequential znodes, in the order in which they were offered.</source>
        <translation>C1 放入三个元素：持久顺序 znode，按放入的顺序排列。</translation>
    </message>
    <message>
        <source>C2 and C3 both take one at the same time. Both read the same list; one delete succeeds, the other finds NONODE and goes on.</source>
        <translation>C2 和 C3 同时各取一个。两个读到同一个列表；一个 delete 成功，另一个得到 NONODE，继续看下一个。</translation>
    </message>
    <message>
        <source>C4 wants three. It takes the last one and waits for the next: the reading of the children left a watch.</source>
        <translation>C4 要三个。它取走最后一个，然后等下一个：读取子节点时留下了监听。</translation>
    </message>
    <message>
        <source>An answer is lost with the connection: was the element added? Nothing in its name tells. Offered again, it stands there twice.</source>
        <translation>应答随连接丢失：元素加进去了吗？名字里看不出来。再放一次，它就出现了两次。</translation>
    </message>
    <message>
        <source>Consistent or available: ZooKeeper and Eureka under one cut</source>
        <translation>一致还是可用：同一次网络分区下的 ZooKeeper 与 Eureka</translation>
    </message>
    <message>
        <source>Five rooms. In each stands a ZooKeeper server and an Eureka server. C1 and C5 provide a service, C2 and C4 look for it every second.</source>
        <translation>五个机房，每个机房里有一台 ZooKeeper 服务器和一台 Eureka 服务器。C1 和 C5 提供一个服务，C2 和 C4 每秒查找一次。</translation>
    </message>
    <message>
        <source>Both registries know both instances. Now a cut: S1 and S2 on one side, S3 to S5 on the other. What will C2 hear from ZooKeeper, and what from Eureka?</source>
        <translation>两个注册中心都知道两个实例。现在切断网络：S1、S2 在一侧，S3 到 S5 在另一侧。C2 会从 ZooKeeper 得到什么？从 Eureka 又会得到什么？</translation>
    </message>
    <message>
        <source>ZooKeeper refuses: two of five are no quorum. Eureka answers with what it knew, and C2 calls an instance over there in vain before it finds one here.</source>
        <translation>ZooKeeper 拒绝：五台中的两台不过半。Eureka 用它知道的内容回答，C2 先徒劳地调用对面的实例，再找到这一侧的实例。</translation>
    </message>
    <message>
        <source>With the majority ZooKeeper answers, and only with what can be reached: the session of C1 has expired. Eureka still names C1: its leases last longer.</source>
        <translation>在多数派一侧，ZooKeeper 照常回答，而且只给出能到达的实例：C1 的会话已过期。Eureka 仍然列出 C1：它的租约更长。</translation>
    </message>
    <message>
        <source>Two minutes later each side of Eureka has forgotten the other: two truths, and everybody is served. ZooKeeper has one truth, and C2 is not served. What happens when the cut heals?</source>
        <translation>两分钟后，Eureka 的两侧互相遗忘：有两个真相，但每个人都得到服务。ZooKeeper 只有一个真相，而 C2 得不到服务。网络恢复后会怎样？</translation>
    </message>
    <message>
        <source>Eureka&apos;s sides grow together by heartbeats, the newer registration wins, and nobody had to agree. In ZooKeeper C1 and C2 have heard that their sessions had expired, and C1 has registered again in a new one.</source>
        <translation>Eureka 的两侧靠心跳重新合并，较新的注册胜出，不需要谁达成一致。在 ZooKeeper 中，C1 和 C2 得知会话已过期，C1 在新会话中重新注册。</translation>
    </message>
    <message>
        <source>For finding a service an old answer is often better than none: try it, and try the next. For a lock it would be a disaster.</source>
        <translation>对服务发现来说，旧的答案往往好过没有答案：试一个，不行再试下一个。对锁来说，那将是灾难。</translation>
    </message>
    <message>
        <source>The leader&apos;s machine dies: a pause here, a next server there</source>
        <translation>领导者的机器宕机：一边停顿，一边换下一台</translation>
    </message>
    <message>
        <source>S3 leads ZooKeeper, and C3 asks the Eureka on that machine. The machine dies; C3 runs on another one in the same rack, and lives.</source>
        <translation>S3 领导着 ZooKeeper，C3 问的是那台机器上的 Eureka。机器宕机了；C3 运行在同一机架的另一台机器上，还活着。</translation>
    </message>
    <message>
        <source>ZooKeeper: no leader, no service, for everybody. C4 stands in the majority, and is refused all the same until S1 and S2 have elected.</source>
        <translation>ZooKeeper：没有领导者，就对谁都不服务。C4 虽然在多数派一边，也照样被拒绝，直到 S1 和 S2 选举完毕。</translation>
    </message>
    <message>
        <source>Eureka has nobody to elect. C3 notices at its next fetch or heartbeat, and asks the next server; nobody was refused.</source>
        <translation>Eureka 没有什么可选举的。C3 在下一次拉取或心跳时发现，就去问下一台服务器；没有人被拒绝。</translation>
    </message>
    <message>
        <source>The machine comes back with an empty memory. Eureka copies the registry of a peer before it counts renewals.</source>
        <translation>机器回来了，内存是空的。Eureka 先从对等节点复制注册表，再开始统计续约。</translation>
    </message>
    <message>
        <source>ZooKeeper and Eureka under the same partition</source>
        <translation>同一个分区下的 ZooKeeper 与 Eureka</translation>
    </message>
    <message>
        <source>Four instances of one service, two on each side of the room. Each registers with ZooKeeper and with Eureka. C5 and C6 will look for it every second. To save time, every interval of Eureka is a third of the usual one.</source>
        <translation>一个服务的四个实例，机房两边各两个。每个都在 ZooKeeper 和 Eureka 里注册。C5 和 C6 每秒查找一次。为了节省时间，Eureka 的每个间隔都是平时的三分之一。</translation>
    </message>
    <message>
        <source>C5 also follows the list by watches, as the ServiceCache does: a third way to ask, answered from what it knew last.</source>
        <translation>C5 还像 ServiceCache 那样用监听跟踪这份列表：这是第三种查询方式，用它最后知道的内容回答。</translation>
    </message>
    <message>
        <source>The cut: S1 and S2 with whoever stands beside them on one side, S3, S4 and S5 on the other. And C3, over there, dies.</source>
        <translation>断网：S1、S2 和站在它们旁边的客户端在一边，S3、S4、S5 在另一边。而那一边的 C3 死了。</translation>
    </message>
    <message>
        <source>In the minority ZooKeeper has no quorum: no connection, no answer. C5 knows at least that it knows nothing.</source>
        <translation>在少数派一边，ZooKeeper 没有法定人数：没有连接，没有应答。C5 至少知道自己什么也不知道。</translation>
    </message>
    <message>
        <source>Eureka answers C5 all the same, from a cache at the client: instances that nobody can reach from here, and one that is dead. It tries them one after the other until one answers.</source>
        <translation>Eureka 照样回答 C5，答案来自客户端的缓存：有些实例从这里谁也够不着，有一个已经死了。它一个接一个地试，直到有一个应答。</translation>
    </message>
    <message>
        <source>In the majority ZooKeeper has let the sessions of C1, C2 and C3 expire: what it names is true again. Eureka waits for leases of 30 seconds that last twice as long.</source>
        <translation>在多数派一边，ZooKeeper 已经让 C1、C2、C3 的会话过期：它给出的又是真实的了。Eureka 还在等 30 秒的租约，而租约实际要两倍那么久。</translation>
    </message>
    <message>
        <source>Some time later Eureka&apos;s majority has forgotten what does not renew there, and the minority likewise: two registries that do not agree, and each answers.</source>
        <translation>过了一段时间，Eureka 的多数派一边忘掉了不再向那里续约的实例，少数派一边也一样：两个不一致的注册表，各自作答。</translation>
    </message>
    <message>
        <source>The cut is healed. Heartbeats are replicated, a peer that lacks the instance answers 404 and gets the whole registration: both sides grow together. Nobody had to decide anything.</source>
        <translation>断网恢复了。心跳会复制给对等节点，缺少该实例的节点回答 404，于是得到完整的注册信息：两边又长到了一起。没有谁需要作任何决定。</translation>
    </message>
    <message>
        <source>ZooKeeper&apos;s clients over there learn that their sessions have expired. They begin new ones, and their recipes register again.</source>
        <translation>那一侧的 ZooKeeper 客户端得知会话已过期。它们建立新会话，并由各自的典型用法（recipe）重新注册。</translation>
    </message>
    <message>
        <source>Eureka preserves itself, and the dead with it</source>
        <translation>Eureka 自我保护，连死者一起保护</translation>
    </message>
    <message>
        <source>Eight instances renew six times a minute each: 48. Eureka also expects one that it does not know, nine in all, and wants more than 85 percent of 54: more than 45.</source>
        <translation>八个实例每分钟各续约六次：48 次。Eureka 还多期望一个它并不认识的，共九个，要多于 54 的 85%：多于 45 次。</translation>
    </message>
    <message>
        <source>Half of them die at once. Are they dead, or is the network? Eureka cannot know, and prefers old instances to none: nothing is evicted any more.</source>
        <translation>其中一半同时死了。是它们死了，还是网络断了？Eureka 无从得知，宁要旧实例也不要没有实例：什么都不再剔除。</translation>
    </message>
    <message>
        <source>ZooKeeper has let their sessions expire long ago, and names the four that live.</source>
        <translation>ZooKeeper 早就让它们的会话过期了，给出的是活着的四个。</translation>
    </message>
    <message>
        <source>After a while the threshold is computed anew: from what is registered, and the dead are registered. They stay.</source>
        <translation>过一会儿阈值重新计算：按照已注册的实例，而死者也还注册着。它们留了下来。</translation>
    </message>
    <message>
        <source>Two of them come back under their old addresses, and six new ones: enough renewals again. Leases may expire, but at most 15 percent of all instances at a time, picked at random.</source>
        <translation>其中两个以旧地址回来了，又来了六个新的：续约又足够了。租约可以过期，但每次最多剔除全部实例的 15%，随机挑选。</translation>
    </message>
    <message>
        <source>One address, two owners: the later timestamp wins</source>
        <translation>一个地址，两个主人：时间戳晚的胜出</translation>
    </message>
    <message>
        <source>S1 is cut off, with C1 beside it. Somebody starts the same instance again on the other side: C2 takes over its address.</source>
        <translation>S1 被断开，C1 在它旁边。有人在另一边又启动了同一个实例：C2 接管了它的地址。</translation>
    </message>
    <message>
        <source>Two owners of one address. Each side of Eureka believes its own; ZooKeeper&apos;s majority knows the new one, and lets the session of the old one expire.</source>
        <translation>一个地址有两个主人。Eureka 的每一边相信自己的那个；ZooKeeper 的多数派知道新的那个，并让旧的会话过期。</translation>
    </message>
    <message>
        <source>After the healing heartbeats meet newer registrations: 409 Conflict, with the newer one in the answer. The last write wins, and the other is lost without a word.</source>
        <translation>恢复之后，心跳遇到更新的注册：409 Conflict，应答里带着更新的那个。最后写入者胜出，另一个一声不响地丢失。</translation>
    </message>
    <message>
        <source>The parents of a lock go with the last who wanted it</source>
        <translation>最后一个竞争者走了，锁的父节点也随之消失</translation>
    </message>
    <message>
        <source>Nobody has made /locks yet. C1 asks for a lock: its create finds no parent, so the parents are made, as containers. Kazoo&apos;s are persistent.</source>
        <translation>还没有人创建 /locks。C1 请求锁：它的 create 找不到父节点，于是先创建父节点，类型是容器节点。kazoo 创建的则是持久节点。</translation>
    </message>
    <message>
        <source>Both give back. Their parents have no child any more. Once in a minute the leader looks for empty containers, and asks itself to delete them.</source>
        <translation>两者都归还了锁，它们的父节点已没有子节点。leader 每分钟查找一次空的容器节点，并向自己请求删除它们。</translation>
    </message>
    <message>
        <source>When it looked, /locks still had its child /locks/a. A minute later it has none. /held still has one, and /empty never had one: both stay.</source>
        <translation>leader 检查时，/locks 还有子节点 /locks/a；一分钟后就没有了。/held 仍有一个子节点，/empty 从未有过：两者都保留。</translation>
    </message>
    <message>
        <source>C2 wants the lock now and finds that its parents are gone. It makes them again. The numbers begin at 0 again: only the zxid of the znode still tells who came later.</source>
        <translation>现在 C2 想要这把锁，发现父节点已经不在，于是重新创建。编号又从 0 开始：只有 znode 的 zxid 还能说明谁来得更晚。</translation>
    </message>
    <message>
        <source>A new leader looks at its own times. What is in use it leaves alone.</source>
        <translation>新的 leader 按自己的时间检查。正在使用的容器它不会动。</translation>
    </message>
    <message>
        <source>kazoo takes its old session&apos;s znode for its own</source>
        <translation>kazoo 把旧会话的 znode 当成自己的</translation>
    </message>
    <message>
        <source>The leader S3 is cut off, and C1, which is connected to it, sleeps for longer than its session lasts. S3 still leads, as far as it knows: it begins to close the session, and tells C1 that it has expired.</source>
        <translation>leader S3 被隔离，连接着它的 C1 停顿的时间超过了会话超时。S3 自认为仍是 leader：它开始关闭这个会话，并告诉 C1 会话已过期。</translation>
    </message>
    <message>
        <source>But nobody acknowledges that. The other two elect a new leader, and to that C1&apos;s old session is alive: its znode is still there. C1 has a new session, finds its uuid in a name, and asks no further.</source>
        <translation>但没有人确认这个关闭。另外两台选出了新的 leader，在它看来 C1 的旧会话还活着：znode 也还在。C1 有了新会话，在一个名字里找到自己的 uuid，便不再追问。</translation>
    </message>
    <message>
        <source>C2 gives back, and C1 holds, by a znode of a session that nobody keeps alive.</source>
        <translation>C2 归还锁，C1 持有锁，凭的却是一个没有人再维持的会话的 znode。</translation>
    </message>
    <message>
        <source>The old session expires. C3 watches C1&apos;s znode, sees it go, and holds the lock. C1 was told nothing: it believes that it holds as well. Only the fencing token tells them apart.</source>
        <translation>旧会话过期。C3 监听着 C1 的 znode，看到它消失，便持有了锁。C1 没有得到任何通知：它也相信自己持有锁。只有防护令牌能把两者区分开。</translation>
    </message>
    <message>
        <source>Created, not found, created again: the twin</source>
        <translation>创建了，没找到，又创建一次：孪生节点</translation>
    </message>
    <message>
        <source>The disks of S1 and S2 are slow now: S3 proposes what C1 wants, and waits for the first of them. Before that S1 dies.</source>
        <translation>S1 和 S2 的磁盘现在很慢：S3 对 C1 的请求发出提议，等待其中先完成的一个。在此之前 S1 崩溃了。</translation>
    </message>
    <message>
        <source>C1 comes back at another server and looks for its uuid among the children. The create is proposed, but not committed: nothing is there. So C1 creates again.</source>
        <translation>C1 连到另一台服务器，在子节点中查找自己的 uuid。那次 create 已经提议，但还没有提交：什么也没有。于是 C1 再创建一次。</translation>
    </message>
    <message>
        <source>Then both are carried out. C1 finds two znodes with its uuid, keeps the one that it was told of and deletes the other. Or that one would stand in the way of everybody, of C1 as well.</source>
        <translation>随后两次 create 都执行了。C1 发现两个带有自己 uuid 的 znode，保留收到应答的那个，删除另一个。否则它会挡住所有人，包括 C1 自己。</translation>
    </message>
    <message>
        <source>Two hundred clients and one lock, without a herd and with one</source>
        <translation>两百个客户端争一把锁：没有羊群效应与有羊群效应</translation>
    </message>
    <message>
        <source>C1 holds one lock, C2 the other. All others ask for both: at the first everybody watches the one before it, at the second all watch the holder.</source>
        <translation>C1 持有一把锁，C2 持有另一把。其他客户端两把都要：第一把锁上每个人只监听前一个，第二把锁上所有人都监听持有者。</translation>
    </message>
    <message>
        <source>C2 gives back, and 199 hear of it, read the children and watch again: all but one in vain.</source>
        <translation>C2 归还锁，199 个客户端得到通知，各自读取子节点并重新监听：除了一个，其余都是徒劳。</translation>
    </message>
    <message>
        <source>C1 gives back, and one client hears of it. Its turn is short, and so is the next one&apos;s: the lock goes through all two hundred.</source>
        <translation>C1 归还锁，只有一个客户端得到通知。它持有得很短，下一个也是：锁依次经过全部两百个客户端。</translation>
    </message>
    <message>
        <source>C4 joins under the name of C1. There is such a znode, of another session: Curator puts the data of C4 into it and goes on.</source>
        <translation>C4 用 C1 的名字加入。这个 znode 已经存在，属于另一个会话：Curator 把 C4 的数据写进去，然后继续。</translation>
    </message>
    <message>
        <source>C1 leaves, and deletes the znode. C4 watches it and makes it again: now it is its own.</source>
        <translation>C1 离开并删除了这个 znode。C4 监听着它，于是重新创建：现在它是 C4 自己的了。</translation>
    </message>
    <message>
        <source>ZooKeeper and Eureka under a cut of your own</source>
        <translation>ZooKeeper 与 Eureka：自选切口</translation>
    </message>
    <message>
        <source>Both registries know all instances, and every consumer looks for the service. Now choose who is cut off.</source>
        <translation>两个注册中心都知道全部实例，每个消费者都在查找这个服务。现在请选择切断哪些服务器。</translation>
    </message>
    <message>
        <source>Why a follower applies a transaction on COMMIT only</source>
        <translation>为什么 follower 只在 COMMIT 到来时才应用事务</translation>
    </message>
    <message>
        <source>Why commits go in the order of zxids</source>
        <translation>为什么按 zxid 的顺序提交</translation>
    </message>
    <message>
        <source>Why a promised epoch is on disk</source>
        <translation>为什么承诺过的 epoch 要落盘</translation>
    </message>
    <message>
        <source>Here epochs are kept in memory only, as before ZooKeeper 3.4.0. After a restart a server goes by the epoch of its last zxid.</source>
        <translation>在这里 epoch 只保存在内存里，和 ZooKeeper 3.4.0 之前一样。服务器重启后，按最后一个 zxid 的 epoch 推算。</translation>
    </message>
    <message>
        <source>Why a connection is first in, first out</source>
        <translation>为什么连接要先进先出（FIFO）</translation>
    </message>
    <message>
        <source>Why a proposal is on disk before it is acknowledged</source>
        <translation>为什么提议先落盘再确认</translation>
    </message>
    <message>
        <source>Why UPTODATE waits for a quorum that has acknowledged NEWLEADER</source>
        <translation>为什么 UPTODATE 要等法定人数确认 NEWLEADER</translation>
    </message>
    <message>
        <source>S3 alone has 1.2 in its log. If it becomes leader, 1.2 counts as committed; but only once a quorum has it and has acknowledged NEWLEADER.</source>
        <translation>只有 S3 的日志里有 1.2。它若成为 leader，1.2 就算已提交；但要等法定人数都有了它并确认了 NEWLEADER。</translation>
    </message>
    <message>
        <source>Why proposals also go to those who are still synchronizing</source>
        <translation>为什么提议也发给还在同步的服务器</translation>
    </message>
    <message>
        <source>Why a quorum is more than half</source>
        <translation>为什么法定人数要超过半数</translation>
    </message>
    <message>
        <source>Four servers. Here half of them, two, is enough for a quorum. Two majorities always have a server in common; two halves need not.</source>
        <translation>四台服务器。在这里半数，也就是两台，就算法定人数。两个多数总有一台共同的服务器；两个半数则未必。</translation>
    </message>
    <message>
        <source>Why a leader synchronizes before anyone serves</source>
        <translation>为什么 leader 先同步，大家再提供服务</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1154, cured: what the leader does not have is taken away</source>
        <translation>ZOOKEEPER-1154 修复后：leader 没有的要去掉</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1154 as in 3.3.3: a DIFF that asks no questions</source>
        <translation>3.3.3 里的 ZOOKEEPER-1154：什么都不问的 DIFF</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1277, cured: a new epoch in time</source>
        <translation>ZOOKEEPER-1277 修复后：及时换新 epoch</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1277 as in 3.4.3: the counter runs over</source>
        <translation>3.4.3 里的 ZOOKEEPER-1277：计数器溢出</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2355, cured: only what came counts</source>
        <translation>ZOOKEEPER-2355 修复后：到了才算数</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2355 as in 3.4.10: a promise taken for a delivery</source>
        <translation>3.4.10 里的 ZOOKEEPER-2355：把预告当成了到货</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2845, cured: the log&apos;s end joins the tree</source>
        <translation>ZOOKEEPER-2845 修复后：日志末尾并入树中</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2845 as in 3.4.11: the log knows more than the vote</source>
        <translation>3.4.11 里的 ZOOKEEPER-2845：日志知道的比投票多</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3104, cured: the snapshot first, then NEWLEADER</source>
        <translation>ZOOKEEPER-3104 修复后：先快照，后 NEWLEADER</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3104 as in 3.5.4: a snapshot newer than its packets</source>
        <translation>3.5.4 里的 ZOOKEEPER-3104：比数据包更新的快照</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3911 and 3023, cured: first the disk, then the word</source>
        <translation>ZOOKEEPER-3911 与 3023 修复后：先落盘，再开口</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3911 and 3023 as in 3.6.2: acknowledged, but not written</source>
        <translation>3.6.2 里的 ZOOKEEPER-3911 与 3023：确认了，却没有写盘</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4394, cured: a COMMIT waits for its turn</source>
        <translation>ZOOKEEPER-4394 修复后：COMMIT 等待轮到自己</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4394 as in 3.8.6: a COMMIT that comes too early</source>
        <translation>3.8.6 里的 ZOOKEEPER-4394：来得太早的 COMMIT</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4643, cured: the epoch comes last</source>
        <translation>ZOOKEEPER-4643 修复后：epoch 最后写</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4643 as in 3.8.4: a new epoch over an old history</source>
        <translation>3.8.4 里的 ZOOKEEPER-4643：旧历史顶着新 epoch</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4646, cured: acknowledged when it is written</source>
        <translation>ZOOKEEPER-4646 修复后：写完才确认</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4646 as in 3.8.4: acknowledged while it is being written</source>
        <translation>3.8.4 里的 ZOOKEEPER-4646：还在写就确认</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4685, cured: the right ACK first</source>
        <translation>ZOOKEEPER-4685 修复后：正确的 ACK 在先</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4685 as in 3.8.4: the wrong ACK first</source>
        <translation>3.8.4 里的 ZOOKEEPER-4685：错误的 ACK 在先</translation>
    </message>
    <message>
        <source>The join, order 1 of 5 (as in 3.6.2): epoch, ACK, and the disk some time later</source>
        <translation>加入的顺序，五种之一（如 3.6.2）：epoch、ACK，落盘以后再说</translation>
    </message>
    <message>
        <source>The join, order 2 of 5 (as in 3.8.4): epoch, ACK, and the disk at the same time</source>
        <translation>加入的顺序，五种之二（如 3.8.4）：epoch、ACK，同时落盘</translation>
    </message>
    <message>
        <source>The join, order 5 of 5 (as since 3.8.5): the disk, epoch, ACK of NEWLEADER, ACK of the transaction</source>
        <translation>加入的顺序，五种之五（自 3.8.5 起）：落盘、epoch、NEWLEADER 的 ACK、事务的 ACK</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4785, cured: the history, then the promise</source>
        <translation>ZOOKEEPER-4785 修复后：先有历史，再作承诺</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4785 as in 3.9.1: a promise without the history</source>
        <translation>3.9.1 里的 ZOOKEEPER-4785：有承诺，没有历史</translation>
    </message>
    <message>
        <source>An ensemble that does not keep to every rule</source>
        <translation>一个不遵守全部规则的集群</translation>
    </message>
    <message>
        <source>The broken seals above name the rules that are switched off. Write, crash and cut: which lamp turns red?</source>
        <translation>上方破损的封印写着已关闭的规则。写入、崩溃、切断连接：哪一盏灯会变红？</translation>
    </message>
    <message>
        <source>Why a client that is ahead of the server is refused</source>
        <translation>为什么拒绝比服务器更新的客户端</translation>
    </message>
    <message>
        <source>Why votes of an older round are ignored</source>
        <translation>为什么忽略较旧轮次的选票</translation>
    </message>
    <message>
        <source>Why only the leader ends a session</source>
        <translation>为什么只有 leader 能结束会话</translation>
    </message>
    <message>
        <source>Why a leader without a quorum steps down</source>
        <translation>为什么失去法定人数的 leader 要退位</translation>
    </message>
    <message>
        <source>Why a vote compares epoch and zxid before the id</source>
        <translation>为什么选票先比较 epoch 和 zxid，再比较 id</translation>
    </message>
    <message>
        <source>The new leader has never heard of 1.1, which C1 was told is done. COMMIT says that more than half have it on disk; what is applied then is never lost.</source>
        <translation>新的 leader 从没听说过 1.1，而 C1 已被告知它完成了。COMMIT 表示过半服务器的磁盘上都有它；到那时才应用的，永远不会丢失。</translation>
    </message>
    <message>
        <source>The line between S1 and S2 is slow, 700 ms. A vote comes when its sender has moved on long ago. The two are a quorum, and have 6 s to elect one of them.</source>
        <translation>S1 和 S2 之间的线路很慢，要 700 ms。选票到达时，发送者早已往前走了。这两台就是法定人数，有 6 s 时间从中选出一台。</translation>
    </message>
    <message>
        <source>S1 has applied 1.2 without 1.1. Everything counts on the order: a COMMIT means the oldest proposal that waits, and NEWLEADER stands behind the whole history.</source>
        <translation>S1 没有应用 1.1 就应用了 1.2。一切都依赖顺序：COMMIT 指的是等待中最早的提议，NEWLEADER 排在整个历史之后。</translation>
    </message>
    <message>
        <source>The same history without the defect: S3 led and had written 1.2 to its own disk only, when the power failed. S1 and S2 have 1.1; they come back first.</source>
        <translation>同一段历史，没有这个缺陷：断电时 S3 是 leader，1.2 只写进了它自己的磁盘。S1 和 S2 只有 1.1；它们先回来。</translation>
    </message>
    <message>
        <source>What happened: a server that was away during an election came back with one write too many, and kept it. S3 led and had written 1.2 to its own disk only, when the power failed. S1 and S2 have 1.1; they come back first.</source>
        <translation>当时发生了什么：选举时不在场的一台服务器带着多出来的一次写回来了，并且把它留了下来。断电时 S3 是 leader，1.2 只写进了它自己的磁盘。S1 和 S2 只有 1.1；它们先回来。</translation>
    </message>
    <message>
        <source>Servers that have delivered the same transactions hold different trees: sameHistorySameTree is broken. The cure (3.5.5, 3.6.0): the snapshot is read and sent before NEWLEADER is queued, so whatever is newer than the snapshot stands behind NEWLEADER and goes to the log.</source>
        <translation>交付了同样事务的服务器，树却不同：sameHistorySameTree 被破坏。修复（3.5.5、3.6.0）：先读出并发送快照，NEWLEADER 才入队，于是比快照新的一切都排在 NEWLEADER 后面，进入日志。</translation>
    </message>
    <message>
        <source>The same history without the defect: S1 was away when 1.2 was written; S2 is away now. S1 and S3 are a quorum, and have 3 s to come up.</source>
        <translation>同一段历史，没有这个缺陷：写 1.2 的时候 S1 不在；现在 S2 不在。S1 和 S3 够法定人数，给它们 3 秒起来。</translation>
    </message>
    <message>
        <source>What happened: an ensemble that had a quorum needed a second attempt to come up, and twenty seconds for the first one. S1 was away when 1.2 was written; S2 is away now. S1 and S3 are a quorum, and have 3 s to come up.</source>
        <translation>当时发生了什么：集群的法定人数已经到齐，却要试第二次才起得来，第一次还白等了二十秒。写 1.2 的时候 S1 不在；现在 S2 不在。S1 和 S3 够法定人数，给它们 3 秒起来。</translation>
    </message>
    <message>
        <source>S2 has applied 1.2 without 1.1. From the moment that its history is put together, a learner has to get whatever is proposed.</source>
        <translation>S2 没有应用 1.1 就应用了 1.2。从它的历史汇总好的那一刻起，learner 就必须得到所有提议。</translation>
    </message>
    <message>
        <source>S1 and S3 serve. The disk of the leader S3 is slow. C1 connects to S1; its session will be the first transaction, 1.1. When may S1 tell C1 that it is done?</source>
        <translation>S1 和 S3 在服务。leader S3 的磁盘很慢。C1 连接 S1；它的会话将是第一个事务，1.1。S1 什么时候才可以告诉 C1 已经完成？</translation>
    </message>
    <message>
        <source>S1 has 1.1 on its disk. Here that is enough: S1 has applied it and told C1 that it is done. But it is on one disk of three.</source>
        <translation>1.1 已在 S1 的磁盘上。在这里这就够了：S1 应用了它，并告诉 C1 已经完成。可是三块磁盘中只有一块上有它。</translation>
    </message>
    <message>
        <source>The network of S1 has failed. S3 fell before 1.1 was on its disk; it starts again, and with S2 it is a quorum. Will the new leader know 1.1?</source>
        <translation>S1 的网络断了。S3 在 1.1 落盘之前倒下；它重新启动，与 S2 组成法定人数。新的 leader 会知道 1.1 吗？</translation>
    </message>
    <message>
        <source>C1 is connected to S1. Now the leader S3 is cut off, and does not notice it yet. S1 starts anew, and S2 with it: a quorum without S3.</source>
        <translation>C1 连接着 S1。现在 leader S3 被隔开，自己还没有察觉。S1 重新启动，S2 也一起启动：没有 S3 也够法定人数。</translation>
    </message>
    <message>
        <source>S1 leads now. C1 turns to S1 again and creates /a.</source>
        <translation>现在 S1 是 leader。C1 又连到 S1，创建 /a。</translation>
    </message>
    <message>
        <source>C1 was told that /a is created; that is 2.1. Now it turns to S3, which still takes itself for the leader and has nothing beyond 1.1. C1 reads /a. What should S3 answer?</source>
        <translation>C1 被告知 /a 已经创建，这就是 2.1。现在它转向 S3，S3 还以为自己是 leader，却只到 1.1。C1 读 /a。S3 该怎么回答？</translation>
    </message>
    <message>
        <source>Here S3 took it all the same, and C1 reads that what it has done itself has never happened. Refused, it would go on to a server that knows at least as much as it does.</source>
        <translation>在这里 S3 照样接受了它，于是 C1 读到：它自己做过的事从没发生过。如果被拒绝，它就会去找一台至少和它知道得一样多的服务器。</translation>
    </message>
    <message>
        <source>The leader has the slower disk, and three clients connect in a row. While the disk writes the session of C1, 1.1, the other two will wait; then they will be written together.</source>
        <translation>leader 的磁盘比较慢，三个客户端接连连接。磁盘写 C1 的会话 1.1 的时候，另外两个要等待，然后一起写入。</translation>
    </message>
    <message>
        <source>1.1 is committed, and S1 has acknowledged 1.2 and 1.3 already. The leader&apos;s own disk is about to finish both at the same moment, and then both will have a quorum. Which of them should be committed first?</source>
        <translation>1.1 已提交，S1 也已经确认了 1.2 和 1.3。leader 自己的磁盘即将同时写完这两个，那时两者都会得到法定人数的确认。应该先提交哪一个？</translation>
    </message>
    <message>
        <source>The leader keeps what is outstanding in a hash map, so it may well look at 1.3 first. Here nothing held it back, and 1.2 is left behind. In the order of zxids, 1.3 waits for 1.2.</source>
        <translation>leader 把未提交的提议放在哈希表里，很可能先看到 1.3。在这里没有什么拦住它，1.2 被落下了。按 zxid 的顺序，1.3 要等 1.2。</translation>
    </message>
    <message>
        <source>S1 and S2 have heard of S3, which has the largest id, and have told each other: S3. These votes are still on their way. Now S3 falls.</source>
        <translation>S1 和 S2 都收到了 id 最大的 S3 的选票，并互相告诉对方：选 S3。这些选票还在路上。现在 S3 倒下。</translation>
    </message>
    <message>
        <source>Here they count, and S3 beats everybody again, though it is dead. And the votes that say so will come in the third round. Can S1 and S2 ever agree on one of them?</source>
        <translation>在这里它们照样计入，S3 又胜过所有人，尽管它已经倒下。而投它的选票又会在第三轮到达。S1 和 S2 还能从自己当中选出一台吗？</translation>
    </message>
    <message>
        <source>There is no leader, though S1 and S2 are a quorum. With its round a vote says which election it was meant for, and one of an older round is ignored.</source>
        <translation>没有 leader，尽管 S1 和 S2 构成法定人数。选票用轮次说明它属于哪一次选举，较旧轮次的选票会被忽略。</translation>
    </message>
    <message>
        <source>S3 leads epoch 1. S1 has promised it and follows. Nothing has been written yet. Now the network of S3 fails, and S1 falls.</source>
        <translation>S3 领导 epoch 1。S1 已承诺这个 epoch 并跟随它。还没有写过任何东西。现在 S3 的网络断开，S1 倒下。</translation>
    </message>
    <message>
        <source>S1 starts again, and S2 with it. The last zxid of both is 0.0: they know nothing of an epoch 1. Which epoch will they begin?</source>
        <translation>S1 重新启动，S2 也一起启动。两者最后的 zxid 都是 0.0：它们不知道有过 epoch 1。它们会开始哪个 epoch？</translation>
    </message>
    <message>
        <source>S2 leads epoch 1 as well, and S3 has not noticed anything yet. The first write of each would be 1.1. With the promise on its disk S1 would know of epoch 1, and the new epoch would be 2.</source>
        <translation>S2 也领导 epoch 1，而 S3 还什么都没有察觉。两者写下的第一个事务都会叫 1.1。如果承诺已经落盘，S1 就知道有过 epoch 1，新的 epoch 就是 2。</translation>
    </message>
    <message>
        <source>The leader has a FIFO queue for each follower. Two clients connect: their sessions will be the first transactions, 1.1 and 1.2.</source>
        <translation>leader 为每个 follower 准备一个 FIFO 队列。两个客户端连接上来：它们的会话将是最初的两个事务，1.1 和 1.2。</translation>
    </message>
    <message>
        <source>Both proposals are on their way. Here packets may overtake one another, and the second proposal comes first. Can S1 see that?</source>
        <translation>两个提议都在路上。在这里，数据包可能互相超越，第二个提议先到。S1 看得出来吗？</translation>
    </message>
    <message>
        <source>It cannot. S1 has both on disk, and both are committed. Again the later packet will be the faster one: COMMIT 1.2 comes before COMMIT 1.1. What will S1 apply?</source>
        <translation>看不出来。两者都已在 S1 的磁盘上，也都已提交。后发的数据包又一次跑得更快：COMMIT 1.2 先于 COMMIT 1.1 到达。S1 会应用什么？</translation>
    </message>
    <message>
        <source>An ACK says: I have this transaction, whatever happens to me. Here a server says so at once and writes later. C1 connects; its session will be 1.1.</source>
        <translation>ACK 的意思是：不管我发生什么，这个事务我都保有。在这里，服务器立即这样说，之后才写盘。C1 连接上来；它的会话将是 1.1。</translation>
    </message>
    <message>
        <source>The leader S3 and S1 have acknowledged 1.1. That is a quorum, so it is committed. But both disks are still writing it. Now the network of S3 fails, and S1 loses power.</source>
        <translation>leader S3 和 S1 确认了 1.1。这是法定人数，所以它被提交了。可是两块磁盘都还在写它。现在 S3 的网络断开，S1 断电。</translation>
    </message>
    <message>
        <source>S1 has lost 1.1 with its power; S3 is cut off and still writing. S1 starts again, and S2 with it: a new quorum. Will its leader have 1.1?</source>
        <translation>S1 断电，1.1 也随之丢失；S3 被隔开，还在写盘。S1 重新启动，S2 也一起启动：这是新的法定人数。它们的 leader 会有 1.1 吗？</translation>
    </message>
    <message>
        <source>No server of the new quorum has 1.1, though it was committed. With fsync before ACK, 1.1 would be on the disks of a quorum, and every new quorum has one of these servers in it.</source>
        <translation>新的法定人数里没有一台有 1.1，尽管它已经提交。如果先 fsync 再 ACK，1.1 就在法定人数的磁盘上，而任何新的法定人数都至少包含其中一台。</translation>
    </message>
    <message>
        <source>C1 is connected to S1, and well. But its next ping is late, on the way or in a queue; only the clock of S1 goes on. What may S1 do about the session?</source>
        <translation>C1 连接着 S1，一切正常。但它的下一个 ping 迟到了，还在路上或在队列里；只有 S1 的时钟在走。S1 可以怎样处理这个会话？</translation>
    </message>
    <message>
        <source>Here S1 has ended the session by itself. For S1 it is over, for the others C1 lives. The leader hears of every client, and its decision is a transaction: for all the same, at one place of the history.</source>
        <translation>在这里 S1 自行结束了会话。在 S1 看来会话结束了，在其他服务器看来 C1 还在。leader 能得知每个客户端的情况，它的决定是一个事务：对所有服务器都一样，在历史中位于同一处。</translation>
    </message>
    <message>
        <source>S1 leads epoch 2. S3 has lost more than half of its followers and should go over to recovery. Here it goes on leading, alone: it can commit nothing, and looks for nobody. Now the network heals, and C1 connects to S1.</source>
        <translation>S1 领导 epoch 2。S3 失去了过半 follower 的联系，本该进入崩溃恢复。在这里它却独自继续领导：什么也提交不了，也不去找谁。现在网络恢复，C1 连接 S1。</translation>
    </message>
    <message>
        <source>The network is whole again. The session of C1 will be 2.1, and all three have 3 s to get that far. Will S3?</source>
        <translation>网络恢复了。C1 的会话将是 2.1；三台服务器有 3 s 时间跟上。S3 跟得上吗？</translation>
    </message>
    <message>
        <source>S3 has waited for followers all the time. It never learns of 2.1, and whoever writes to it waits for ever. A leader that has no quorum looks for a leader like everybody else.</source>
        <translation>S3 一直在等 follower。它永远不会得知 2.1，向它写入的人会永远等下去。没有法定人数的 leader，要像其他服务器一样去寻找 leader。</translation>
    </message>
    <message>
        <source>Here S3 serves at once, and a client can read what 1.2 has made. 1.2 is on its way to S1, but not there yet. Now the network of S3 fails, and S1 falls.</source>
        <translation>在这里 S3 立即开始服务，客户端能读到 1.2 的结果。1.2 正发往 S1，但还没有到。现在 S3 的网络断开，S1 倒下。</translation>
    </message>
    <message>
        <source>S1 fell before anything had come. It starts again, and S2 with it: a quorum. Will their leader have what S3 has served?</source>
        <translation>S1 在收到任何东西之前就倒下了。它重新启动，S2 也一起启动：够法定人数。它们的 leader 会有 S3 已经提供过的内容吗？</translation>
    </message>
    <message>
        <source>The new leader, S2, lacks what the old one has served. Had a quorum acknowledged NEWLEADER first, S1 would have 1.2 on disk, and would lead with it.</source>
        <translation>新的 leader S2 缺少旧 leader 已经提供过的内容。如果法定人数先确认了 NEWLEADER，1.2 就会在 S1 的磁盘上，S1 会带着它当 leader。</translation>
    </message>
    <message>
        <source>S1 and S2 will join the leader S3 at the same time. It sends them its history, which is still empty, and then NEWLEADER.</source>
        <translation>S1 和 S2 将同时加入 leader S3。S3 先把历史发给它们，现在历史还是空的，然后发 NEWLEADER。</translation>
    </message>
    <message>
        <source>S1 has acknowledged NEWLEADER, and S3 leads. The ACK of S2 is still on its way. Now C1 connects: its session will be the first transaction, 1.1. Here proposals go only to those who have finished synchronizing. Who will get 1.1?</source>
        <translation>S1 已确认 NEWLEADER，S3 正式就任。S2 的 ACK 还在路上。现在 C1 连接上来：它的会话将是第一个事务，1.1。在这里，提议只发给已经同步完的服务器。谁会收到 1.1？</translation>
    </message>
    <message>
        <source>1.1 has passed S2 by: too late for its synchronization, too early for broadcast. S2 serves now, and will get what comes next: the session of C2, 1.2. What will it do with 1.2?</source>
        <translation>1.1 与 S2 错过了：对同步来说太晚，对广播来说太早。S2 现在已在服务，会收到下一个事务，即 C2 的会话 1.2。它会怎样处理 1.2？</translation>
    </message>
    <message>
        <source>The network has fallen into two halves, and each of them has two votes. Can either of them elect a leader?</source>
        <translation>网络分成了两半，每一半有两票。哪一半能选出 leader？</translation>
    </message>
    <message>
        <source>S2 and S4 have both been elected. Nobody hears both halves. Which epoch will each of the two take?</source>
        <translation>S2 和 S4 都当选了。没有谁能同时收到两边的消息。这两台各会用哪个 epoch？</translation>
    </message>
    <message>
        <source>Both have taken epoch 1. Two leaders in one epoch: a split brain. Both would now give the zxid 1.1 away, each to a transaction of its own. Where three of four are needed, neither half elects anybody.</source>
        <translation>两者都用了 epoch 1。同一个 epoch 有两个 leader：脑裂。现在两者都会用出 zxid 1.1，各给自己的一个事务。如果四台中需要三台，哪一半都选不出 leader。</translation>
    </message>
    <message>
        <source>S2 and S3 have committed 1.1, and S1 has missed it. S2 is down, S1 and S3 start. A leader brings everyone to its own history, and only then comes UPTODATE. Here it sends nothing of its history.</source>
        <translation>S2 和 S3 提交了 1.1，S1 错过了它。S2 没有运行，S1 和 S3 启动。leader 先让所有服务器的历史与自己一致，然后才发 UPTODATE。在这里它完全不发送历史。</translation>
    </message>
    <message>
        <source>S1 serves clients, but it has never seen 1.1. Now C1 connects to S3: its session will be 2.1. What will the history of S1 be then?</source>
        <translation>S1 为客户端提供服务，但它从没见过 1.1。现在 C1 连接 S3：它的会话将是 2.1。那时 S1 的历史会是什么样？</translation>
    </message>
    <message>
        <source>S1 has applied 2.1 without 1.1: no other server has such a history, and the tree of S1 will never be right again. DIFF, TRUNC or SNAP comes before UPTODATE to prevent that.</source>
        <translation>S1 没有应用 1.1 就应用了 2.1：没有别的服务器有这样的历史，S1 的树再也不会正确。DIFF、TRUNC 或 SNAP 在 UPTODATE 之前到来，就是为了防止这种情况。</translation>
    </message>
    <message>
        <source>Why a leader makes its followers cut off what it does not have</source>
        <translation>为什么 leader 要让 follower 截掉它自己没有的事务</translation>
    </message>
    <message>
        <source>All have committed 1.1. Then the leader S3 proposed 1.2 and crashed before it had arrived anywhere: 1.2 is on no disk but its own, and nobody has committed it. S1 and S2 start without S3.</source>
        <translation>所有服务器都提交了 1.1。之后 leader S3 提议了 1.2，还没送达任何服务器就崩溃了：除了它自己的磁盘，哪里都没有 1.2，也没有谁提交过它。S1 和 S2 启动，S3 不在。</translation>
    </message>
    <message>
        <source>S2 has been elected and has never heard of 1.2. Now S3 comes back, with 1.2 in its log. What should S2 answer?</source>
        <translation>S2 当选了，它从没听说过 1.2。现在 S3 回来，日志里带着 1.2。S2 该怎么回答？</translation>
    </message>
    <message>
        <source>TRUNC 1.1 would be right. Here the answer is an empty DIFF: S3 keeps what it has. Next comes NEWLEADER.</source>
        <translation>正确的回答是 TRUNC 1.1。在这里回答却是空的 DIFF：S3 保留现有的内容。接下来是 NEWLEADER。</translation>
    </message>
    <message>
        <source>S3 has accepted NEWLEADER with 1.2 in its history. As soon as S3 serves, its clients will see what 1.2 has made; nobody else ever will. That is why a leader makes its followers cut off what it does not have: so that a follower&apos;s history is the beginning of its leader&apos;s.</source>
        <translation>S3 的历史里带着 1.2，却接受了 NEWLEADER。S3 一开始服务，它的客户端就会看到 1.2 的结果；其他人永远看不到。所以 leader 要让 follower 截掉它自己没有的内容，使 follower 的历史是 leader 历史的开头部分。</translation>
    </message>
    <message>
        <source>S1 and S2 have committed 1.2, and S3 has missed it. S2 is down; S1 and S3 are a quorum, and have 21 s to elect one of them. Here a vote looks at nothing but the id.</source>
        <translation>S1 和 S2 提交了 1.2，S3 错过了。S2 没有运行；S1 和 S3 组成法定人数，有 21 s 时间从中选出一台。在这里，投票只比较 id。</translation>
    </message>
    <message>
        <source>S3 has been elected. Before it can serve, S1 must tell it how far its own history goes: to 1.2. Can S1 follow a leader that knows less?</source>
        <translation>S3 当选了。在它提供服务之前，S1 要报出自己的历史到哪里：到 1.2。S1 能跟随一个知道得更少的 leader 吗？</translation>
    </message>
    <message>
        <source>It cannot: a leader refuses a follower that knows more than itself. This is a second line of defence, so nothing is lost. But S3 waits alone until initLimit is over. Who will win the next election?</source>
        <translation>不能：leader 拒绝比自己知道得更多的 follower。这是第二道防线，所以什么也没丢。但 S3 要独自等到 initLimit 结束。下一次选举谁会胜出？</translation>
    </message>
    <message>
        <source>S3 again. Both servers are well and reach each other. Will they ever have a leader that serves?</source>
        <translation>又是 S3。两台服务器都正常，也能互相连通。它们会有一个提供服务的 leader 吗？</translation>
    </message>
    <message>
        <source>S2 leads epoch 2. C1 connects to it; its session will be the transaction 2.1.</source>
        <translation>S2 是 epoch 2 的 leader。C1 连到它；C1 的会话将是事务 2.1。</translation>
    </message>
    <message>
        <source>The history of S2 is 1.1, 2.1: nobody here has heard of 1.2. Now S3 comes back and says 1.2. What should S2 send to it?</source>
        <translation>S2 的历史是 1.1、2.1：这里没有谁听说过 1.2。现在 S3 回来，报出 1.2。S2 该发什么给它？</translation>
    </message>
    <message>
        <source>S2 has not found 1.2 in its own history. So S3 had to lose it: by TRUNC within one epoch, by a whole snapshot (SNAP) across epochs, as here. The log file of S3 still keeps 1.2, but the snapshot is newer, 2.1, and a start begins behind it. 3.3.4 and 3.4.0 brought the question, 3.5 the answer that one sees here.</source>
        <translation>S2 在自己的历史里没有找到 1.2。所以 S3 必须丢掉它：同一 epoch 内用 TRUNC，跨 epoch 则像这里一样用整份快照（SNAP）。S3 的日志文件里还留着 1.2，但快照是 2.1，比它新，启动时从快照之后开始重放。3.3.4 和 3.4.0 带来了这个问题，3.5 带来了这里看到的回答。</translation>
    </message>
    <message>
        <source>The same history without the defect. A zxid is an epoch and a counter of 32 bits; here the counter ends at 3. C1 and C2 connect: their sessions will be 1.1 and 1.2.</source>
        <translation>同一段历史，没有这个缺陷。zxid 由 epoch 和 32 位的计数器组成；这里计数器到 3 为止。C1 和 C2 连接上来：它们的会话将是 1.1 和 1.2。</translation>
    </message>
    <message>
        <source>C1 writes. Its zxid would be 1.3, the last number. What will the leader do?</source>
        <translation>C1 写一次。它的 zxid 本来是 1.3，最后一个号码。leader 会怎么做？</translation>
    </message>
    <message>
        <source>The leader never uses the last number: S3 stepped down, and epoch 2 has begun with the counter at 0. C1 was told that its connection was lost, as at any change of leaders. Now C1 writes again, in epoch 2, and so does C2.</source>
        <translation>leader 从不使用最后一个号码：S3 退位了，大家从 epoch 2 重新开始，计数器归 0。C1 得知连接丢失，和任何一次更换 leader 时一样。现在 C1 在 epoch 2 里再写，C2 也写。</translation>
    </message>
    <message>
        <source>Both writes are there, as 2.1 and 2.2. Now the leader dies, and S2 starts. Which epoch will the next leader take?</source>
        <translation>两次写都成功了，是 2.1 和 2.2。现在 leader 崩溃，S2 启动。下一任 leader 会取哪个 epoch？</translation>
    </message>
    <message>
        <source>Epoch 3, one that nobody has used. C2 writes.</source>
        <translation>epoch 3，谁也没有用过。C2 写一次。</translation>
    </message>
    <message>
        <source>No number was used twice. The cure (3.3.5, 3.4.4, 3.5.0) is only this: step down before the counter is full.</source>
        <translation>没有一个编号用过两次。修复（3.3.5、3.4.4、3.5.0）只有一条：计数器用满之前退位。</translation>
    </message>
    <message>
        <source>What happened: after four billion writes in one epoch servers stopped serving. A zxid is an epoch and a counter of 32 bits; here the counter ends at 3. C1 and C2 connect: their sessions will be 1.1 and 1.2.</source>
        <translation>当时发生了什么：在一个 epoch 里写了四十多亿次之后，服务器不再提供服务。zxid 由 epoch 和 32 位的计数器组成；这里计数器到 3 为止。C1 和 C2 连接上来：它们的会话将是 1.1 和 1.2。</translation>
    </message>
    <message>
        <source>C1 writes. Its zxid will be 1.3, the last number.</source>
        <translation>C1 写一次。它的 zxid 将是 1.3，最后一个号码。</translation>
    </message>
    <message>
        <source>1.3 is committed, and the counter is full. C1 writes once more. Which zxid comes behind 1.3?</source>
        <translation>1.3 已提交，计数器满了。C1 再写一次。1.3 后面是哪个 zxid？</translation>
    </message>
    <message>
        <source>2.0: the counter has run over into the epoch. S3 and S1 have logged and acknowledged it, but a counter of 0 has always meant NEWLEADER, and that is never committed. C1 waits for an answer that nobody will give. Now C2 writes. Will it fare better?</source>
        <translation>是 2.0：计数器溢出到了 epoch 里。S3 和 S1 都把它记入日志并确认了，可计数器为 0 一向表示 NEWLEADER，而它从不提交。C1 等着一个谁也不会给的答复。现在 C2 写一次。它会顺利一些吗？</translation>
    </message>
    <message>
        <source>It does: C2&apos;s write is 2.1, and it is delivered, though 2.0 of the same leader is not. LocalPrimaryOrder is broken. Now the leader dies, and S2 starts. The promised epoch is still 1. Which epoch will the next leader take?</source>
        <translation>顺利：C2 的写是 2.1，它被交付了，而同一个 leader 的 2.0 没有。LocalPrimaryOrder 被破坏。现在 leader 崩溃，S2 启动。承诺过的 epoch 仍是 1。下一任 leader 会取哪个 epoch？</translation>
    </message>
    <message>
        <source>Epoch 2. So its first transaction will be 2.1, a number that is in use already. C2 writes.</source>
        <translation>epoch 2。所以它的第一个事务将是 2.1，这个号码已经用过了。C2 写一次。</translation>
    </message>
    <message>
        <source>2.1 has been given away a second time, to another write: PrefixConsistency and Agreement are broken, too. The cure (3.3.5, 3.4.4, 3.5.0): the leader steps down before the counter is full, and the election brings a new epoch.</source>
        <translation>2.1 被第二次用出，分给了另一个写操作：PrefixConsistency 和 Agreement 也被破坏。修复（3.3.5、3.4.4、3.5.0）：计数器用满之前 leader 退位，由选举带来新的 epoch。</translation>
    </message>
    <message>
        <source>The same history without the defect. S2 and S3 start. C1 creates the ephemeral znode /alive, which will be 1.2; then S1 joins.</source>
        <translation>同一段历史，没有这个缺陷。S2 和 S3 启动。C1 创建临时 znode /alive，它将是 1.2；然后 S1 加入。</translation>
    </message>
    <message>
        <source>S1 has joined and has /alive, too. Now S1 loses power. While it is away, C1 closes its session; the closing will be 1.3, and takes /alive with it.</source>
        <translation>S1 加入了，也有了 /alive。现在 S1 断电。它不在的时候，C1 关闭会话；关闭将是 1.3，/alive 随之而去。</translation>
    </message>
    <message>
        <source>1.3 is committed, and S1 is back with 1.2. The leader has sent DIFF, which says: this goes up to 1.3. Behind it comes 1.3 itself, but the connection will break between the two. What is the last zxid of S1 then?</source>
        <translation>1.3 已提交，S1 带着 1.2 回来了。leader 发了 DIFF，意思是：这次到 1.3 为止。1.3 本身跟在后面，可连接将在两者之间断开。那时 S1 最后的 zxid 是多少？</translation>
    </message>
    <message>
        <source>S1 still has 1.2, and will say so when it joins again. What will the leader send?</source>
        <translation>S1 仍然只有 1.2，再次加入时也会如实说。leader 会发什么？</translation>
    </message>
    <message>
        <source>1.3 once more; /alive is gone. Now the network of S2 fails, and S1 is the leader&apos;s only follower. C2 connects: its session will be 1.4.</source>
        <translation>又发了一遍 1.3；/alive 没有了。现在 S2 的网络断开，S1 成了 leader 唯一的 follower。C2 连接上来：它的会话将是 1.4。</translation>
    </message>
    <message>
        <source>S1 and S3 hold the same history. Now S2 comes back.</source>
        <translation>S1 和 S3 的历史相同。现在 S2 回来。</translation>
    </message>
    <message>
        <source>All three are the same. The cure (3.4.11, 3.5.4, 3.6.0): the header of a DIFF changes nothing; the last zxid moves with every transaction that has come.</source>
        <translation>三台一致。修复（3.4.11、3.5.4、3.6.0）：DIFF 的包头不改变任何东西；最后的 zxid 随每个真正到达的事务前移。</translation>
    </message>
    <message>
        <source>What happened: an ephemeral znode of a session that was long over stayed for ever, on one server only. S2 and S3 start. C1 creates the ephemeral znode /alive, which will be 1.2; then S1 joins.</source>
        <translation>当时发生了什么：会话早已结束，它的临时 znode 却永远留着，而且只留在一台服务器上。S2 和 S3 启动。C1 创建临时 znode /alive，它将是 1.2；然后 S1 加入。</translation>
    </message>
    <message>
        <source>S1 has noted 1.3 as its last zxid, because DIFF said so. 1.3 itself has not reached it. S1 joins again. What will the leader send?</source>
        <translation>因为 DIFF 这么说，S1 已把 1.3 记作自己最后的 zxid。1.3 本身并没有到它手里。S1 再次加入。leader 会发什么？</translation>
    </message>
    <message>
        <source>S1 said that it has 1.3; so has the leader, and there was nothing to send. /alive stands on S1 still. Now the network of S2 fails, and S1 is the leader&apos;s only follower. C2 connects: its session will be 1.4.</source>
        <translation>S1 说自己有 1.3；leader 也有，于是没有什么可发。/alive 仍在 S1 上。现在 S2 的网络断开，S1 成了 leader 唯一的 follower。C2 连接上来：它的会话将是 1.4。</translation>
    </message>
    <message>
        <source>S1 has delivered 1.4 without ever having delivered 1.3: PrefixConsistency is broken. Now S2 comes back. Will /alive go?</source>
        <translation>S1 交付了 1.4，却从未交付过 1.3：PrefixConsistency 被破坏。现在 S2 回来。/alive 会消失吗？</translation>
    </message>
    <message>
        <source>No: nothing repairs it, /alive stays on S1. The cure (3.4.11, 3.5.4, 3.6.0): the header of a DIFF changes nothing; the last zxid moves with every transaction that has come.</source>
        <translation>不会：没有什么能修好它，/alive 一直留在 S1 上。修复（3.4.11、3.5.4、3.6.0）：DIFF 的包头不改变任何东西；最后的 zxid 随每个真正到达的事务前移。</translation>
    </message>
    <message>
        <source>The same history without the defect. S2 and S3 start. C1 connects; its session will be 1.1.</source>
        <translation>同一段历史，没有这个缺陷。S2 和 S3 启动。C1 连接上来；它的会话将是 1.1。</translation>
    </message>
    <message>
        <source>The log of S3 ends at 1.2, its tree at 1.1. S2 starts again, and S1 with it: a quorum that has never heard of 1.2.</source>
        <translation>S3 的日志到 1.2，树只到 1.1。S2 重新启动，S1 也来了：它们够法定人数，却从没听说过 1.2。</translation>
    </message>
    <message>
        <source>S2 leads epoch 2 and has committed 2.1. Meanwhile S3 has given up leading. When a role ends, the tree takes over the end of the log: S3 says 1.2. Now its network is whole again. What will S2 send to it?</source>
        <translation>S2 是 epoch 2 的 leader，已经提交 2.1。这期间 S3 不再领导。角色结束时，树会补上日志的末尾：S3 报出 1.2。现在它的网络恢复了。S2 会发什么给它？</translation>
    </message>
    <message>
        <source>S2 does not know 1.2 and has replaced everything, by a snapshot (SNAP) of 2.1. The log file of S3 keeps 1.2. Will it come back when S3 starts again?</source>
        <translation>S2 不认识 1.2，于是用 2.1 的快照（SNAP）全部换掉。S3 的日志文件里还留着 1.2。S3 重新启动时，它会回来吗？</translation>
    </message>
    <message>
        <source>It did not: the snapshot is newer than 1.2, and a start begins behind it. The cure (3.4.12, 3.5.4, 3.6.0) is one step: when a role ends, the tree is brought to the end of the log before the server votes.</source>
        <translation>没有回来：快照比 1.2 新，启动时从快照之后开始重放。修复（3.4.12、3.5.4、3.6.0）就是一步：角色结束时，服务器先把树推进到日志末尾，再去投票。</translation>
    </message>
    <message>
        <source>What happened: a znode that nobody had ever committed came back, on one server of three. S2 and S3 start. C1 connects; its session will be 1.1.</source>
        <translation>当时发生了什么：一个从未提交过的 znode 又回来了，而且只在三台服务器中的一台上。S2 和 S3 启动。C1 连接上来；它的会话将是 1.1。</translation>
    </message>
    <message>
        <source>What follows 1.1: a DIFF. All trees are the same, but nobody has cut 1.2 out of the log of S3. Now S3 starts again.</source>
        <translation>发了 1.1 以后的内容，即 DIFF。各台的树一致，可是没有谁把 1.2 从 S3 的日志里截掉。现在 S3 重新启动。</translation>
    </message>
    <message>
        <source>S3 has replayed its log, and 1.2 with it. It follows with a history that its leader does not have: processConsistency is broken. The cure (3.4.12, 3.5.4, 3.6.0): when a role ends, the tree is brought to the end of the log before the server votes.</source>
        <translation>S3 重放了日志，1.2 也跟着重放了。它跟随着 leader，历史里却有 leader 没有的东西：processConsistency 被破坏。修复（3.4.12、3.5.4、3.6.0）：角色结束时，服务器先把树推进到日志末尾，再去投票。</translation>
    </message>
    <message>
        <source>The same history without the defect. S1 and S3 start, and C1 writes /a = 1; that will be 1.2.</source>
        <translation>同一段历史，没有这个缺陷。S1 和 S3 启动，C1 写 /a = 1，这将是 1.2。</translation>
    </message>
    <message>
        <source>S3 leads with S1, and /a = 1 is committed. Now S2 starts empty and needs a snapshot.</source>
        <translation>S3 是 leader，S1 跟随它，/a = 1 已提交。现在 S2 从空白启动，需要一份快照。</translation>
    </message>
    <message>
        <source>S3 reads the tree at once, with /a = 1, and NEWLEADER stands behind it. Now C1 writes /a = 2, then /a = 3. Which value will S2 have?</source>
        <translation>S3 立刻读取树，其中 /a = 1，NEWLEADER 排在它后面。现在 C1 写 /a = 2，再写 /a = 3。S2 会得到哪个值？</translation>
    </message>
    <message>
        <source>S2 was sent both, in order, behind the snapshot: /a = 3. Now it loses power and starts again.</source>
        <translation>两次写都按顺序发给了 S2，排在快照后面：/a = 3。现在 S2 断电，再重新启动。</translation>
    </message>
    <message>
        <source>S2 has /a = 3, as before. Now comes the next write, 1.5.</source>
        <translation>S2 仍然是 /a = 3。现在来了下一次写 1.5。</translation>
    </message>
    <message>
        <source>All three have the same. The cure (3.5.5, 3.6.0) is an order: the snapshot is read and sent before NEWLEADER is queued.</source>
        <translation>三台一致。修复（3.5.5、3.6.0）就是顺序：先读取并发送快照，NEWLEADER 再入队。</translation>
    </message>
    <message>
        <source>What happened: a follower that had come back by a snapshot went on with an old value, and nothing ever corrected it. S1 and S3 start, and C1 writes /a = 1; that will be 1.2.</source>
        <translation>当时发生了什么：一台靠快照回来的 follower 一直用着旧值，没有什么纠正过它。S1 和 S3 启动，C1 写 /a = 1，这将是 1.2。</translation>
    </message>
    <message>
        <source>From this moment on S3 queues for S2 what the others are sent, but it has not read the tree yet. C1 writes /a = 2, which is 1.3. Then NEWLEADER is queued. Then C1 writes /a = 3, which is 1.4. Only then is the tree read, and sent before all that was queued. Which value will S2 have?</source>
        <translation>从这一刻起，发给别人的东西 S3 也为 S2 排进队列，树却还没有读。C1 写 /a = 2，即 1.3。接着 NEWLEADER 入队。接着 C1 写 /a = 3，即 1.4。到那时树才读出来，抢在队列里所有东西之前发走。S2 会得到哪个值？</translation>
    </message>
    <message>
        <source>S2 got the tree of 1.4, where /a = 3, and carried 1.3 out on top of it: /a = 2 again. At NEWLEADER it stored this as its snapshot of 1.4. It has not carried out 1.4 itself yet. Now it loses power and starts again.</source>
        <translation>S2 拿到 1.4 的树，其中 /a = 3，又在上面执行了 1.3：/a 又成了 2。收到 NEWLEADER 时，它把这存成自己 1.4 的快照。1.4 本身它还没有执行。现在它断电，再重新启动。</translation>
    </message>
    <message>
        <source>S2 said 1.4, as the leader does: an empty DIFF, and /a = 2 for good. Now comes the next write, 1.5; all will carry it out.</source>
        <translation>S2 报出 1.4，与 leader 一样：DIFF 是空的，/a = 2 从此改不过来。现在来了下一次写 1.5；所有服务器都会执行它。</translation>
    </message>
    <message>
        <source>The same history without the defect: S3 alone has 1.2, the last write of an earlier leader. S1 and S3 start. The disks need 100 ms to write. When may S3 serve?</source>
        <translation>同一段历史，没有这个缺陷：只有 S3 有 1.2，那是先前一个 leader 最后的一次写。S1 和 S3 启动。磁盘写一次要 100 毫秒。S3 什么时候才可以提供服务？</translation>
    </message>
    <message>
        <source>The network of S3 has failed, and S1 has lost power before 1.2 was on its disk. S1 starts again, and S2 with it: a quorum, and neither has 1.2. What will become of 1.2?</source>
        <translation>S3 的网络断了，S1 在 1.2 落盘之前断了电。S1 重新启动，S2 也来了：法定人数够了，可两台都没有 1.2。1.2 会怎么样？</translation>
    </message>
    <message>
        <source>S1 and S2 have elected S2, without 1.2. Nothing is lost: nobody was ever shown 1.2. Now S3 comes back with it.</source>
        <translation>S1 和 S2 选出了没有 1.2 的 S2。什么也没丢：1.2 从没有给谁看过。现在 S3 带着 1.2 回来。</translation>
    </message>
    <message>
        <source>S3 has lost 1.2, and all three agree. The cure (3.5.10, 3.6.3, 3.7.0, in full only 3.8.5 and 3.9.2): first write, then acknowledge NEWLEADER. Before 3.9.3 a follower still serves before its tree is complete (3023); that loses nothing by itself.</source>
        <translation>S3 丢掉了 1.2，三台一致。修复（3.5.10、3.6.3、3.7.0，直到 3.8.5 和 3.9.2 才完整）：先写盘，再确认 NEWLEADER。在 3.9.3 之前，follower 仍然在树还不完整时就开始服务（3023）；单凭这一点不会丢失什么。</translation>
    </message>
    <message>
        <source>What happened: clients could read what was gone after the next power failure. S3 alone has 1.2, the last write of an earlier leader. S1 and S3 start. Whoever leads with 1.2 must have it on a quorum before it serves.</source>
        <translation>当时发生了什么：客户端读得到的东西，下一次断电之后就没有了。只有 S3 有 1.2，那是先前一个 leader 最后的一次写。S1 和 S3 启动。谁带着 1.2 当 leader，谁就得先让法定人数都有它，再提供服务。</translation>
    </message>
    <message>
        <source>S1 has kept 1.2 in memory, acknowledged NEWLEADER, and left the log for after UPTODATE (3911). So S3 believes that a quorum has 1.2, and serves: a client can read /t-1-2 there, which 1.2 has created. S1 serves, too, but its tree has not caught up yet with what it has acknowledged (3023).</source>
        <translation>S1 只把 1.2 留在内存里，就确认了 NEWLEADER，日志留到 UPTODATE 之后再写（3911）。于是 S3 以为法定人数都有 1.2，开始服务：客户端在它那里读得到 1.2 创建的 /t-1-2。S1 也在服务，可它的树还没有跟上它确认过的内容（3023）。</translation>
    </message>
    <message>
        <source>S1 leads, and lacks what the old leader has served: leaderLogCompleteness is broken. Now S3 comes back with 1.2.</source>
        <translation>S1 当了 leader，却没有旧 leader 已经提供过的东西：leaderLogCompleteness 被破坏。现在 S3 带着 1.2 回来。</translation>
    </message>
    <message>
        <source>The same history without the defect. S1 and S2 start; S3 will join them.</source>
        <translation>同一段历史，没有这个缺陷。S1 和 S2 启动；S3 随后加入。</translation>
    </message>
    <message>
        <source>Now C1 writes without a pause, and the disks need a second for each write: there is always one that is proposed and not committed yet. S3 joins, and has 5 s to get what the others have. Will it manage?</source>
        <translation>现在 C1 不停地写，磁盘每写一次要一秒：总有一次写已经提议、还没有提交。S3 加入，有 5 秒时间赶上别人。它赶得上吗？</translation>
    </message>
    <message>
        <source>At NEWLEADER S3 wrote everything. The COMMIT that came before UPTODATE was only noted, and carried out when S3 served. So it was in with the first attempt.</source>
        <translation>收到 NEWLEADER 时 S3 把一切写盘。UPTODATE 之前到来的 COMMIT 只先记下，等 S3 开始服务才执行。所以它第一次就加入成功。</translation>
    </message>
    <message>
        <source>All three hold the same tree. The cure (3.9.3): what is committed and what is still under way are kept apart.</source>
        <translation>三台的树一致。修复（3.9.3）：已提交的和仍在途的分开保存。</translation>
    </message>
    <message>
        <source>What happened: a server could not come back into a busy ensemble. It joined, failed with a null pointer, joined again, for as long as clients were writing. S1 and S2 start; S3 will join them.</source>
        <translation>当时发生了什么：一台服务器回不到忙碌的集群里。它加入，遇到空指针失败，再加入，客户端写多久就反复多久。S1 和 S2 启动；S3 随后加入。</translation>
    </message>
    <message>
        <source>S3 was sent what is committed, what is still under way, and NEWLEADER. It wrote everything and emptied the list of waiting proposals. Then, before UPTODATE, came the COMMIT of one of them: S3 looked into the empty list, failed, and began again, time after time. treesConverge is broken. When will S3 get in?</source>
        <translation>S3 收到了已提交的、仍在途的，以及 NEWLEADER。它把一切写盘，并清空等待中的提议列表。随后其中一个提议的 COMMIT 在 UPTODATE 之前到来：S3 去看空列表，失败，从头再来，一次又一次。treesConverge 被破坏。S3 什么时候才能加入成功？</translation>
    </message>
    <message>
        <source>Only when the client had finished did S3 get in. 3.8.6, the newest of its branch, has this defect still. The cure (3.9.3): what is committed and what is still under way are kept apart, and a COMMIT before UPTODATE is only noted.</source>
        <translation>直到客户端写完，S3 才加入成功。3.8 分支最新的 3.8.6 仍有这个缺陷。修复（3.9.3）：已提交的和仍在途的分开保存，UPTODATE 之前的 COMMIT 只先记下。</translation>
    </message>
    <message>
        <source>The same history without the defect. S2 and S3 start; S1 stays down. All have 1.1. C1 connects; its session will be 2.1.</source>
        <translation>同一段历史，没有这个缺陷。S2 和 S3 启动；S1 不运行。三台都有 1.1。C1 连接上来；它的会话将是 2.1。</translation>
    </message>
    <message>
        <source>S1 is still writing 2.1, and its disk says epoch 1: the number of the new epoch waits. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 还在写 2.1，它的磁盘上仍是 epoch 1：新 epoch 的号码要等。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>S1 has lost power, and 2.1 with it; the network of S3 has failed. S1 and S2 start: the disk of S1 says epoch 1 and 1.1, that of S2 epoch 2 and 2.1. Which of them will lead?</source>
        <translation>S1 断电，2.1 也随之丢失；S3 的网络断了。S1 和 S2 启动：S1 的磁盘上是 epoch 1 和 1.1，S2 的是 epoch 2 和 2.1。谁会当 leader？</translation>
    </message>
    <message>
        <source>S2: it has the newer epoch, and 2.1. S1 was sent 2.1. Now S3 comes back.</source>
        <translation>是 S2：它的 epoch 更新，也有 2.1。S1 收到了 2.1。现在 S3 回来。</translation>
    </message>
    <message>
        <source>All have 2.1. The cure (3.8.5, 3.9.2): write what the leader sent, then currentEpoch, then acknowledge NEWLEADER.</source>
        <translation>大家都有 2.1。修复（3.8.5、3.9.2）：先写 leader 发来的事务，再写 currentEpoch，然后确认 NEWLEADER。</translation>
    </message>
    <message>
        <source>What happened: a write that two of three servers had on disk, and that the client was told of, was cut away by a server that never had it. S2 and S3 start; S1 stays down. All have 1.1. C1 connects; its session will be 2.1.</source>
        <translation>当时发生了什么：三台服务器中有两台已经写盘、客户端也得到答复的一次写，被一台从未有过它的服务器截掉了。S2 和 S3 启动；S1 不运行。三台都有 1.1。C1 连接上来；它的会话将是 2.1。</translation>
    </message>
    <message>
        <source>S1 has lost power, and 2.1 with it; the network of S3 has failed. S1 and S2 start: the disk of S1 says epoch 3 and 1.1, that of S2 epoch 2 and 2.1. Which of them will lead?</source>
        <translation>S1 断电，2.1 也随之丢失；S3 的网络断了。S1 和 S2 启动：S1 的磁盘上是 epoch 3 和 1.1，S2 的是 epoch 2 和 2.1。谁会当 leader？</translation>
    </message>
    <message>
        <source>The epoch is compared first: S1 leads, and S2 had to cut 2.1 off, of which C1 was told. committedLogDurability is broken, and leaderLogCompleteness, too: S1 leads without what was committed. Now S3 comes back.</source>
        <translation>先比较 epoch：S1 当了 leader，S2 只得截掉 2.1，而 C1 已经得到过答复。committedLogDurability 被破坏，leaderLogCompleteness 也被破坏：S1 没有已提交的事务，却当了 leader。现在 S3 回来。</translation>
    </message>
    <message>
        <source>S3 has lost 2.1 as well. A current epoch vouches for the history that belongs to it. The cure (3.8.5, 3.9.2): write what the leader sent, then currentEpoch, then acknowledge NEWLEADER.</source>
        <translation>S3 也丢掉了 2.1。当前 epoch 是为属于它的历史作担保的。修复（3.8.5、3.9.2）：先写 leader 发来的事务，再写 currentEpoch，然后确认 NEWLEADER。</translation>
    </message>
    <message>
        <source>S3 has lost 1.2, and all three agree. The cure (3.8.5, 3.9.2): NEWLEADER is acknowledged when the fsync is done, not when the writing has been ordered.</source>
        <translation>S3 丢掉了 1.2，三台一致。修复（3.8.5、3.9.2）：fsync 完成时才确认 NEWLEADER，而不是下令写盘时。</translation>
    </message>
    <message>
        <source>What happened: the cure of ZOOKEEPER-3911 handed the transactions to the thread that writes the log, and did not wait for it. S3 alone has 1.2, the last write of an earlier leader. S1 and S3 start. The disks need 100 ms to write.</source>
        <translation>当时发生了什么：ZOOKEEPER-3911 的修复把事务交给写日志的线程，却没有等它写完。只有 S3 有 1.2，那是先前一个 leader 最后的一次写。S1 和 S3 启动。磁盘写一次要 100 毫秒。</translation>
    </message>
    <message>
        <source>S1 has ordered the writing of 1.2 and acknowledged NEWLEADER at once. So S3 believes that a quorum has 1.2, and serves: a client can read /t-1-2 there, which 1.2 has created. But the disk of S1 is still writing.</source>
        <translation>S1 下令写 1.2，马上就确认了 NEWLEADER。于是 S3 以为法定人数都有 1.2，开始服务：客户端在它那里读得到 1.2 创建的 /t-1-2。可 S1 的磁盘还在写。</translation>
    </message>
    <message>
        <source>S1 follows S3, which will send it 1.2 and NEWLEADER. Which of the two must S1 acknowledge first?</source>
        <translation>S1 跟随 S3，S3 会把 1.2 和 NEWLEADER 发给它。S1 必须先确认哪一个？</translation>
    </message>
    <message>
        <source>S1 wrote 1.2 and acknowledged NEWLEADER; 1.2 itself was acknowledged after UPTODATE. S3 is established, and C1 is served. Does it stay so?</source>
        <translation>S1 写下 1.2，确认了 NEWLEADER；1.2 本身在 UPTODATE 之后才确认。S3 正式就任，C1 得到服务。会一直这样吗？</translation>
    </message>
    <message>
        <source>It does. The cure (3.8.5, 3.9.2): one thread writes and acknowledges, and the ACK of NEWLEADER goes first.</source>
        <translation>会。修复（3.8.5、3.9.2）：写盘和确认由同一个线程完成，NEWLEADER 的 ACK 在先。</translation>
    </message>
    <message>
        <source>S1 follows S3, which will send it 1.2 and NEWLEADER. Two threads are at work in S1: one writes the log and acknowledges 1.2, the other acknowledges NEWLEADER. Here the first one is faster. Does that matter?</source>
        <translation>S1 跟随 S3，S3 会把 1.2 和 NEWLEADER 发给它。S1 里面有两个线程在工作：一个写日志并确认 1.2，另一个确认 NEWLEADER。这里第一个更快。这要紧吗？</translation>
    </message>
    <message>
        <source>S3 took the first ACK for that of NEWLEADER, found the wrong zxid in it, and did not count it. The right one came second, and nobody listened any more. A quorum is there, but no leader is established, nobody serves, and C1 finds no server. leaderElected is broken. How long will that last?</source>
        <translation>S3 把第一个 ACK 当成 NEWLEADER 的 ACK，发现 zxid 不对，不算数。对的那个第二个到，却已经没有谁在听。法定人数到齐了，却没有 leader 正式就任，没有谁提供服务，C1 找不到服务器。leaderElected 被破坏。这会持续多久？</translation>
    </message>
    <message>
        <source>Until initLimit (20 s) was over. In the next round S1 had 1.2 already, so no ACK could come first, and S3 serves now. The cure (3.8.5, 3.9.2): one thread, and the ACK of NEWLEADER goes first.</source>
        <translation>直到 initLimit（20 秒）过去。下一轮里 S1 已经有 1.2，不会再有 ACK 抢先，S3 现在开始服务了。修复（3.8.5、3.9.2）：同一个线程，NEWLEADER 的 ACK 在先。</translation>
    </message>
    <message>
        <source>All have 2.1. The cure (3.8.5, 3.9.2): the joining thread writes the log itself, then currentEpoch, then acknowledges NEWLEADER, and the transactions after UPTODATE. Of these four steps there are five orders among the exhibits.</source>
        <translation>大家都有 2.1。修复（3.8.5、3.9.2）：加入的线程自己写日志，再写 currentEpoch，再确认 NEWLEADER，事务则在 UPTODATE 之后确认。这四步的五种顺序，展品里都有。</translation>
    </message>
    <message>
        <source>What happened: transactions that the client was told of were gone after two restarts. S2 and S3 start; S1 stays down. All have 1.1. C1 connects; its session will be 2.1.</source>
        <translation>当时发生了什么：客户端已经得到答复的事务，两次重启之后没有了。S2 和 S3 启动；S1 不运行。三台都有 1.1。C1 连接上来；它的会话将是 2.1。</translation>
    </message>
    <message>
        <source>S3 leads epoch 3 and serves. The disk of S1 says epoch 3, and 2.1 is not there yet. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S3 在 epoch 3 里正式就任并开始服务。S1 的磁盘上是 epoch 3，2.1 还没有写进去。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>S3 has lost 2.1 as well. The cure (3.8.5, 3.9.2): the joining thread writes the log itself, then currentEpoch, then acknowledges NEWLEADER, and the transactions after UPTODATE. Of these four steps there are five orders among the exhibits.</source>
        <translation>S3 也丢掉了 2.1。修复（3.8.5、3.9.2）：加入的线程自己写日志，再写 currentEpoch，再确认 NEWLEADER，事务则在 UPTODATE 之后确认。这四步的五种顺序，展品里都有。</translation>
    </message>
    <message>
        <source>Four steps of a joining server in five orders, and one history for all. S2 and S3 start; S1 stays down. All have 1.1. C1 connects; its session will be 2.1.</source>
        <translation>加入的服务器有四步，五种顺序，历史只有一段。S2 和 S3 启动；S1 不运行。三台都有 1.1。C1 连接上来；它的会话将是 2.1。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. Order 1: currentEpoch, ACK of NEWLEADER, UPTODATE, and only then the log (ZOOKEEPER-3911). What can go wrong?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。顺序 1：currentEpoch、确认 NEWLEADER、UPTODATE，然后才写日志（ZOOKEEPER-3911）。会出什么问题？</translation>
    </message>
    <message>
        <source>S1 has acknowledged, S3 leads and serves, and 2.1 is not on the disk of S1 yet. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 已经确认，S3 正式就任并开始服务，2.1 还没有写进 S1 的磁盘。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>2.1 is gone everywhere. S1 vouched for a history that was not on its disk, by its epoch and by its ACK.</source>
        <translation>到处都没有 2.1 了。S1 用 epoch 和 ACK 为一段不在自己磁盘上的历史作了担保。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. Order 2, that of 3.8.4: currentEpoch, the order to write, ACK of NEWLEADER. Nobody waits for the thread that writes (ZOOKEEPER-4785, ZOOKEEPER-4646). What can go wrong?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。顺序 2，即 3.8.4 的顺序：currentEpoch、下令写盘、确认 NEWLEADER。没有谁等写日志的线程（ZOOKEEPER-4785、ZOOKEEPER-4646）。会出什么问题？</translation>
    </message>
    <message>
        <source>S1 has acknowledged, S3 leads and serves, and 2.1 is still on its way to the disk of S1. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 已经确认，S3 正式就任并开始服务，2.1 还在写往 S1 磁盘的路上。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>2.1 is gone everywhere. The order of 3.5.10, 3.6.3 and 3.7.0 had moved the writing before the ACK, but did not wait for it.</source>
        <translation>到处都没有 2.1 了。3.5.10、3.6.3 和 3.7.0 的顺序把写盘挪到了确认之前，却没有等它写完。</translation>
    </message>
    <message>
        <source>The join, order 3 of 5 (one race of 3.8.4, taken alone): epoch, the disk, ACK</source>
        <translation>加入的顺序，五种之三（3.8.4 的竞态之一，单独拿出来看）：epoch、落盘、ACK</translation>
    </message>
    <message>
        <source>Nothing false has been acknowledged: no leader is established, and nobody serves. But the disk of S1 says epoch 3 already, and 2.1 is not there. Now S1 loses power, and the network of S3 fails.</source>
        <translation>没有作过虚假的确认：没有 leader 正式就任，没有谁提供服务。可 S1 的磁盘上已经是 epoch 3，而 2.1 不在上面。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>2.1 is gone everywhere. An early epoch is enough: no ACK was needed to lose a write.</source>
        <translation>到处都没有 2.1 了。epoch 写早了就足够：不需要任何确认，也能丢掉一次写。</translation>
    </message>
    <message>
        <source>The join, order 4 of 5 (another race of 3.8.4, taken alone): the disk, the ACK of the transaction, the ACK of NEWLEADER</source>
        <translation>加入的顺序，五种之四（3.8.4 的另一个竞态，单独拿出来看）：落盘、事务的 ACK、NEWLEADER 的 ACK</translation>
    </message>
    <message>
        <source>S2 was elected. S1 wrote 2.1 and acknowledged it before NEWLEADER; S2 took that for the wrong ACK of NEWLEADER and waits for another one. A quorum is up, but no leader is established, and nobody serves. How long will that last?</source>
        <translation>S2 当选了。S1 写下 2.1，先于 NEWLEADER 确认了它；S2 把它当成错误的 NEWLEADER 确认，接着等下一个。法定人数已经到齐，却没有 leader 正式就任，没有谁提供服务。这会持续多久？</translation>
    </message>
    <message>
        <source>Until initLimit (20 s) was over. Then the election began again; S1 had 2.1 by then, and S2 serves now. S3 comes back.</source>
        <translation>直到 initLimit（20 秒）过去。随后重新选举；S1 那时已经有 2.1，S2 现在开始服务了。S3 回来。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. Order 5, the right one: the log, currentEpoch, the ACK of NEWLEADER, UPTODATE, the ACK of 2.1.</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。顺序 5，正确的那一种：日志、currentEpoch、确认 NEWLEADER、UPTODATE、确认 2.1。</translation>
    </message>
    <message>
        <source>Nothing is lost and nothing hangs: whoever says that it follows an epoch has the history of that epoch on its disk. That is what leaderLogCompleteness rests on.</source>
        <translation>什么也不丢，什么也不卡：谁说自己跟随某个 epoch，谁的磁盘上就有那个 epoch 的历史。leaderLogCompleteness 靠的就是这一点。</translation>
    </message>
    <message>
        <source>Both have elected S3, and nobody can reach it. So a second round begins: each votes for itself. Then the votes of the first round will arrive. Should they count?</source>
        <translation>两台都选了 S3，却谁也连不上它。于是第二轮开始，各投自己一票。随后第一轮的选票才会到达。它们该不该计入？</translation>
    </message>
    <message>
        <source>S3 was elected both times, but no leader was ever established, and nobody serves. That is why the newest epoch counts first and the newest zxid second: so that somebody is elected whom the others can follow.</source>
        <translation>S3 两次都当选，却从没有 leader 正式就任，没有谁提供服务。所以先比较最新的 epoch，再比较最新的 zxid：选出一台别人能够跟随的服务器。</translation>
    </message>
    <message>
        <source>S2 leads epoch 2 and has committed 2.1. Meanwhile S3 has given up leading. It has kept its tree, and votes with 1.1, what the tree knows; of 1.2 in its log it says not a word. Now its network is whole again. What will S2 send to it?</source>
        <translation>S2 是 epoch 2 的 leader，已经提交 2.1。这期间 S3 不再领导。它保留了自己的树，投票时报出树知道的 1.1；日志里的 1.2 只字未提。现在它的网络恢复了。S2 会发什么给它？</translation>
    </message>
    <message>
        <source>The epoch is compared first: S1 leads, and S2 had to cut 2.1 off, of which C1 was told. committedLogDurability is broken, and leaderLogCompleteness, too: S1 leads without what was committed. Some time later S3 comes back.</source>
        <translation>先比较 epoch：S1 当了 leader，S2 只得截掉 2.1，而 C1 已经得到过答复。committedLogDurability 被破坏，leaderLogCompleteness 也被破坏：S1 没有已提交的事务，却当了 leader。过一段时间 S3 回来。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. Order 3: currentEpoch, the log, ACK of NEWLEADER (ZOOKEEPER-4643): one race of 3.8.4, taken alone. The ACK waits for the disk, the epoch does not. Is that enough?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。顺序 3：currentEpoch、日志、确认 NEWLEADER（ZOOKEEPER-4643）：3.8.4 的竞态之一，单独拿出来看。ACK 等磁盘，epoch 却不等。这样够吗？</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. Order 4: the log, the ACK of 2.1, currentEpoch, the ACK of NEWLEADER (ZOOKEEPER-4685): another race of 3.8.4, taken alone; there currentEpoch came first. Is anything lost?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。顺序 4：日志、确认 2.1、currentEpoch、确认 NEWLEADER（ZOOKEEPER-4685）：3.8.4 的另一个竞态，单独拿出来看；在 3.8.4 里 currentEpoch 最先写。会丢什么吗？</translation>
    </message>
    <message>
        <source>Nothing is lost in this order. But a quorum was up and had no leader in time: that is what leaderElected forbids. The exhibit of ZOOKEEPER-4685 shows how it falls.</source>
        <translation>这种顺序什么也不会丢。但是法定人数到齐了，却没有及时有 leader：这正是 leaderElected 所禁止的，ZOOKEEPER-4685 的展品里可以看到它怎样被破坏。</translation>
    </message>
    <message>
        <source>S2 has sent a DIFF: 1.2 lies between its oldest and its newest zxid, and before 3.3.4 nothing more was asked. So S3 has 1.1, 1.2, 2.1, which is not the beginning of its leader&apos;s history: processConsistency is broken, and since S3 serves, PrefixConsistency as well. The cure (3.3.4, 3.4.0): the leader looks for 1.2 itself; if it is not there, the learner must lose it first.</source>
        <translation>S2 发了 DIFF：1.2 在它最旧和最新的 zxid 之间，而 3.3.4 之前只问到这里为止。于是 S3 有 1.1、1.2、2.1，这不是 leader 历史的开头部分：processConsistency 被破坏；S3 开始服务之后，PrefixConsistency 也被破坏。修复（3.3.4、3.4.0）：leader 要找 1.2 本身；找不到，learner 就得先把它丢掉。</translation>
    </message>
    <message>
        <source>S3 had to throw 1.2 away, which clients could read there before. The cure (3.5.10, 3.6.3, 3.7.0, in full only 3.8.5 and 3.9.2): first write, then acknowledge NEWLEADER. Before 3.9.3 a follower still serves before its tree is complete (3023); that loses nothing by itself.</source>
        <translation>S3 只得扔掉 1.2，而客户端先前在它那里读得到。修复（3.5.10、3.6.3、3.7.0，直到 3.8.5 和 3.9.2 才完整）：先写盘，再确认 NEWLEADER。在 3.9.3 之前，follower 仍然在树还不完整时就开始服务（3023）；单凭这一点不会丢失什么。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. S1 will write 2.1 first, and then the number of the new epoch.</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。S1 会先写 2.1，再写新 epoch 的号码。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. S1 will write the number of the new epoch first, and then 2.1. Does the order matter?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。S1 会先写新 epoch 的号码，再写 2.1。先后要紧吗？</translation>
    </message>
    <message>
        <source>S3 had to throw 1.2 away, which clients could read there before. The cure (3.8.5, 3.9.2): NEWLEADER is acknowledged when the fsync is done, not when the writing has been ordered. ZOOKEEPER-4785 is the same piece of code, found a second time by another loss.</source>
        <translation>S3 只得扔掉 1.2，而客户端先前在它那里读得到。修复（3.8.5、3.9.2）：fsync 完成时才确认 NEWLEADER，而不是下令写盘时。ZOOKEEPER-4785 是同一段代码，因另一次丢失被第二次发现。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. S1 will write 2.1 first; epoch 3 and the ACK will have to wait, and S3 with them.</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。S1 会先写 2.1；epoch 3 和 ACK 都得等，S3 也跟着等。</translation>
    </message>
    <message>
        <source>2.1 is on the disks of S2 and S3, and C1 was told so. Now S2 loses power, and S3 its quorum. S1 comes, with 1.1 only; S3 will send it 2.1 and NEWLEADER. S1 will write the epoch, hand 2.1 to the thread that writes the log, and acknowledge NEWLEADER without waiting. What can go wrong?</source>
        <translation>S2 和 S3 的磁盘上都有 2.1，C1 也得到了答复。现在 S2 断电，S3 失去法定人数。S1 来了，只有 1.1；S3 会把 2.1 和 NEWLEADER 发给它。S1 会写下 epoch，把 2.1 交给写日志的线程，不等写完就确认 NEWLEADER。会出什么问题？</translation>
    </message>
    <message>
        <source>S3 leads; with S1 it is a quorum. Now S3 is cut off. S1 starts anew, and S2 with it: a quorum without S3.</source>
        <translation>S3 是 leader，它和 S1 组成法定人数。现在 S3 被隔开。S1 重新启动，S2 也一起启动：没有 S3 也够法定人数。</translation>
    </message>
    <message>
        <source>S3 leads, and 1.1 is on both disks. Now S2 fails. Before S3 finds that it has no quorum, it will take one more write: 1.2. Then its network will fail as well.</source>
        <translation>S3 是 leader，两块磁盘上都有 1.1。现在 S2 出故障。S3 还没发现自己失去法定人数，会再接受一次写：1.2。随后它的网络也断开。</translation>
    </message>
    <message>
        <source>S3 has been elected and has sent 1.2. S1 writes it first; until that is done S1 does not acknowledge NEWLEADER, and S3 serves nobody.</source>
        <translation>S3 当选，发送了 1.2。S1 先写盘；写完之前 S1 不确认 NEWLEADER，S3 不为任何人服务。</translation>
    </message>
    <message>
        <source>The disk of S1 says epoch 3 already, and 2.1 is not there yet. S1 has not acknowledged NEWLEADER, and nobody serves. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 的磁盘上已经是 epoch 3，2.1 还没有写进去。S1 没有确认 NEWLEADER，没有谁提供服务。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>S1 is still writing 2.1. Its disk says epoch 1, it has not acknowledged NEWLEADER, and S3 serves nobody. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 还在写 2.1。它的磁盘上是 epoch 1，它没有确认 NEWLEADER，S3 不为任何人服务。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>S1 is still writing 2.1 and has not acknowledged NEWLEADER. No leader is established. Now S1 loses power, and the network of S3 fails.</source>
        <translation>S1 还在写 2.1，没有确认 NEWLEADER。没有 leader 正式就任。现在 S1 断电，S3 的网络断开。</translation>
    </message>
    <message>
        <source>S2: it has the newer epoch, and 2.1. S1 was sent 2.1 and wrote it before it acknowledged NEWLEADER. Some time later S3 comes back.</source>
        <translation>是 S2：它的 epoch 更新，也有 2.1。S1 收到 2.1，写完之后才确认 NEWLEADER。过一段时间 S3 回来。</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>the lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The lecturer: %T</source>
        <translation>讲师：%T</translation>
    </message>
    <message>
        <source>starts, last zxid %1</source>
        <translation>启动，最后的 zxid 是 %1</translation>
    </message>
    <message>
        <source>%A starts. Its disk holds zxid %1, acceptedEpoch %2 and currentEpoch %3.</source>
        <translation>%A 启动。磁盘上有 zxid %1、acceptedEpoch %2 和 currentEpoch %3。</translation>
    </message>
    <message>
        <source>%A starts</source>
        <translation>%A 启动</translation>
    </message>
    <message>
        <source>refuses to start</source>
        <translation>拒绝启动</translation>
    </message>
    <message>
        <source>%A refuses to start.</source>
        <translation>%A 拒绝启动。</translation>
    </message>
    <message>
        <source>%A refuses to start</source>
        <translation>%A 拒绝启动</translation>
    </message>
    <message>
        <source>crashes, unsynced records lost: %1</source>
        <translation>崩溃，丢失未落盘记录 %1 条</translation>
    </message>
    <message>
        <source>%A crashes. Records that were not fsynced and are lost: %1.</source>
        <translation>%A 崩溃。%1 条没有 fsync 的记录丢失。</translation>
    </message>
    <message>
        <source>%A crashes</source>
        <translation>%A 崩溃</translation>
    </message>
    <message>
        <source>its process ends</source>
        <translation>进程退出</translation>
    </message>
    <message>
        <source>The process of %A ends.</source>
        <translation>%A 的进程退出。</translation>
    </message>
    <message>
        <source>The process of %A ends</source>
        <translation>%A 的进程退出</translation>
    </message>
    <message>
        <source>freezes</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>%A freezes: it does nothing, and nobody is told.</source>
        <translation>%A 冻结：它什么也不做，也没有谁得到通知。</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>%A goes on after its freeze.</source>
        <translation>%A 解冻，继续运行。</translation>
    </message>
    <message>
        <source>%M → %P</source>
        <translation>%M → %P</translation>
    </message>
    <message>
        <source>%A sends %M to %P.</source>
        <translation>%A 向 %P 发送 %M。</translation>
    </message>
    <message>
        <source>%A sends %N to %P</source>
        <translation>%A 向 %P 发送 %N</translation>
    </message>
    <message>
        <source>%M from %P</source>
        <translation>来自 %P 的 %M</translation>
    </message>
    <message>
        <source>%A receives %M from %P.</source>
        <translation>%A 收到 %P 的 %M。</translation>
    </message>
    <message>
        <source>%A receives %N from %P</source>
        <translation>%A 收到 %P 的 %N</translation>
    </message>
    <message>
        <source>lost: %M → %P</source>
        <translation>丢失：%M → %P</translation>
    </message>
    <message>
        <source>%M from %A to %P is lost.</source>
        <translation>%A 发给 %P 的 %M 丢失。</translation>
    </message>
    <message>
        <source>%N from %A to %P is lost</source>
        <translation>%A 发给 %P 的 %N 丢失</translation>
    </message>
    <message>
        <source>again: %M → %P</source>
        <translation>重传：%M → %P</translation>
    </message>
    <message>
        <source>The connection from %A to %P sends %M again.</source>
        <translation>%A 到 %P 的连接重传 %M。</translation>
    </message>
    <message>
        <source>%N from %A to %P is sent again</source>
        <translation>%A 发给 %P 的 %N 重传</translation>
    </message>
    <message>
        <source>%A and %P are connected.</source>
        <translation>%A 与 %P 建立连接。</translation>
    </message>
    <message>
        <source>%A and %P are connected</source>
        <translation>%A 与 %P 建立连接</translation>
    </message>
    <message>
        <source>link to %P cut</source>
        <translation>到 %P 的链路切断</translation>
    </message>
    <message>
        <source>The link from %A to %P is cut.</source>
        <translation>%A 到 %P 的链路被切断。</translation>
    </message>
    <message>
        <source>link to %P healed</source>
        <translation>到 %P 的链路恢复</translation>
    </message>
    <message>
        <source>The link from %A to %P works again.</source>
        <translation>%A 到 %P 的链路恢复正常。</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>A timer of %A fires.</source>
        <translation>%A 的定时器到时。</translation>
    </message>
    <message>
        <source>A timer of %A fires</source>
        <translation>%A 的定时器到时</translation>
    </message>
    <message>
        <source>%1 appended to the log</source>
        <translation>%1 写入事务日志</translation>
    </message>
    <message>
        <source>%A appends %1 to its log. It is not on disk yet.</source>
        <translation>%A 把 %1 写入事务日志，还没有落盘。</translation>
    </message>
    <message>
        <source>%A appends to its log</source>
        <translation>%A 写入事务日志</translation>
    </message>
    <message>
        <source>fsync up to %1 begins</source>
        <translation>开始 fsync，到 %1 为止</translation>
    </message>
    <message>
        <source>%A starts an fsync up to %1 (records: %2).</source>
        <translation>%A 开始 fsync，到 %1 为止（%2 条记录）。</translation>
    </message>
    <message>
        <source>on disk up to %1</source>
        <translation>已落盘到 %1</translation>
    </message>
    <message>
        <source>The log of %A is on disk up to %1.</source>
        <translation>%A 的事务日志已落盘到 %1。</translation>
    </message>
    <message>
        <source>%A has finished an fsync</source>
        <translation>%A 完成一次 fsync</translation>
    </message>
    <message>
        <source>snapshot at %1 begins</source>
        <translation>在 %1 开始做快照</translation>
    </message>
    <message>
        <source>%A begins a snapshot at %1 and goes on applying meanwhile.</source>
        <translation>%A 在 %1 开始做快照，同时继续应用事务。</translation>
    </message>
    <message>
        <source>snapshot %1 written</source>
        <translation>快照 %1 写完</translation>
    </message>
    <message>
        <source>%A has written snapshot %1; its content reaches up to %3.</source>
        <translation>%A 写完快照 %1，内容到 %3 为止。</translation>
    </message>
    <message>
        <source>snapshot %1 loaded</source>
        <translation>载入快照 %1</translation>
    </message>
    <message>
        <source>%A loads snapshot %1; its content reaches up to %3.</source>
        <translation>%A 载入快照 %1，内容到 %3 为止。</translation>
    </message>
    <message>
        <source>log cut back to %1</source>
        <translation>事务日志截断到 %1</translation>
    </message>
    <message>
        <source>%A cuts its log back to %1: what came after is gone.</source>
        <translation>%A 把事务日志截断到 %1：之后的内容都没有了。</translation>
    </message>
    <message>
        <source>%A cuts its log back</source>
        <translation>%A 截断事务日志</translation>
    </message>
    <message>
        <source>%A writes acceptedEpoch %1 to its disk: it promises not to follow an older epoch.</source>
        <translation>%A 把 acceptedEpoch %1 写入磁盘：承诺不再跟随更旧的 epoch。</translation>
    </message>
    <message>
        <source>%A writes acceptedEpoch</source>
        <translation>%A 写入 acceptedEpoch</translation>
    </message>
    <message>
        <source>%A writes currentEpoch %1 to its disk.</source>
        <translation>%A 把 currentEpoch %1 写入磁盘。</translation>
    </message>
    <message>
        <source>%A writes currentEpoch</source>
        <translation>%A 写入 currentEpoch</translation>
    </message>
    <message>
        <source>%1 replayed from disk</source>
        <translation>从磁盘重放 %1</translation>
    </message>
    <message>
        <source>%A replays %1 from its log.</source>
        <translation>%A 从事务日志重放 %1。</translation>
    </message>
    <message>
        <source>%A is %1 now.</source>
        <translation>%A 进入 %1 状态。</translation>
    </message>
    <message>
        <source>%A changes its state</source>
        <translation>%A 改变状态</translation>
    </message>
    <message>
        <source>round %1 begins</source>
        <translation>第 %1 轮开始</translation>
    </message>
    <message>
        <source>%A begins election round %1.</source>
        <translation>%A 开始第 %1 轮选举。</translation>
    </message>
    <message>
        <source>%A begins a round</source>
        <translation>%A 开始新一轮</translation>
    </message>
    <message>
        <source>jumps from round %2 to %1</source>
        <translation>从第 %2 轮跳到第 %1 轮</translation>
    </message>
    <message>
        <source>%A jumps from round %2 to round %1.</source>
        <translation>%A 从第 %2 轮跳到第 %1 轮。</translation>
    </message>
    <message>
        <source>%A jumps to a newer round</source>
        <translation>%A 跳到更新的轮次</translation>
    </message>
    <message>
        <source>votes for %1 now (zxid %2, epoch %3)</source>
        <translation>改投 %1（zxid %2，epoch %3）</translation>
    </message>
    <message>
        <source>%A votes for %1 now: zxid %2, epoch %3, round %4.</source>
        <translation>%A 改投 %1：zxid %2，epoch %3，第 %4 轮。</translation>
    </message>
    <message>
        <source>%A changes its vote</source>
        <translation>%A 改投</translation>
    </message>
    <message>
        <source>%P votes for %1</source>
        <translation>%P 投给 %1</translation>
    </message>
    <message>
        <source>%A notes that %P (%5) votes for %1 with zxid %2 in round %4.</source>
        <translation>%A 记下：%P（%5）在第 %4 轮投给 %1，zxid %2。</translation>
    </message>
    <message>
        <source>%A notes the vote of %P</source>
        <translation>%A 记下 %P 的选票</translation>
    </message>
    <message>
        <source>%1 has %2 votes, needs %3</source>
        <translation>%1 得 %2 票，需 %3 票</translation>
    </message>
    <message>
        <source>%A counts %2 votes for %1; %3 are needed.</source>
        <translation>%A 统计：%1 得 %2 票，需要 %3 票。</translation>
    </message>
    <message>
        <source>%A counts the votes</source>
        <translation>%A 统计票数</translation>
    </message>
    <message>
        <source>%1 is elected</source>
        <translation>%1 当选</translation>
    </message>
    <message>
        <source>%A has decided: %1 is the leader (zxid %2, epoch %3, round %4).</source>
        <translation>%A 已确定：%1 是 leader（zxid %2，epoch %3，第 %4 轮）。</translation>
    </message>
    <message>
        <source>%A has decided</source>
        <translation>%A 已确定</translation>
    </message>
    <message>
        <source>%A enters %1.</source>
        <translation>%A 进入 %1 阶段。</translation>
    </message>
    <message>
        <source>%A enters a new phase</source>
        <translation>%A 进入新阶段</translation>
    </message>
    <message>
        <source>the new epoch is %1</source>
        <translation>新的 epoch 是 %1</translation>
    </message>
    <message>
        <source>%A decides: the new epoch is %1.</source>
        <translation>%A 决定：新的 epoch 是 %1。</translation>
    </message>
    <message>
        <source>%A decides on the epoch</source>
        <translation>%A 决定 epoch</translation>
    </message>
    <message>
        <source>epoch %1 acknowledged by %P</source>
        <translation>%P 确认 epoch %1</translation>
    </message>
    <message>
        <source>%A hears that %P acknowledges epoch %1.</source>
        <translation>%A 得知 %P 确认了 epoch %1。</translation>
    </message>
    <message>
        <source>%A hears from %P</source>
        <translation>%A 收到 %P 的消息</translation>
    </message>
    <message>
        <source>%1 for %P (has %3)</source>
        <translation>用 %1 同步 %P（它到 %3）</translation>
    </message>
    <message>
        <source>%A will bring %P up to date with %1: the learner has %3, the leader %5.</source>
        <translation>%A 将用 %1 同步 %P：learner 到 %3，leader 到 %5。</translation>
    </message>
    <message>
        <source>%A plans the synchronization of %P</source>
        <translation>%A 决定怎样同步 %P</translation>
    </message>
    <message>
        <source>accepts NEWLEADER of epoch %1</source>
        <translation>接受 epoch %1 的 NEWLEADER</translation>
    </message>
    <message>
        <source>%A accepts %4 as leader of epoch %1 with history up to %2.</source>
        <translation>%A 接受 %4 为 epoch %1 的 leader，历史到 %2 为止。</translation>
    </message>
    <message>
        <source>%A accepts NEWLEADER</source>
        <translation>%A 接受 NEWLEADER</translation>
    </message>
    <message>
        <source>leads epoch %1</source>
        <translation>领导 epoch %1</translation>
    </message>
    <message>
        <source>%A is the established leader of epoch %1; its history reaches up to %2.</source>
        <translation>%A 正式就任 epoch %1 的 leader，历史到 %2 为止。</translation>
    </message>
    <message>
        <source>%A is the established leader</source>
        <translation>%A 正式就任 leader</translation>
    </message>
    <message>
        <source>serves clients in epoch %1</source>
        <translation>在 epoch %1 对外服务</translation>
    </message>
    <message>
        <source>%A is up to date (%2) and serves clients in epoch %1.</source>
        <translation>%A 已同步（%2），在 epoch %1 对外服务。</translation>
    </message>
    <message>
        <source>%A serves clients</source>
        <translation>%A 对外服务</translation>
    </message>
    <message>
        <source>proposes %1</source>
        <translation>提议 %1</translation>
    </message>
    <message>
        <source>%A proposes transaction %1.</source>
        <translation>%A 对事务 %1 发起提议。</translation>
    </message>
    <message>
        <source>%A proposes a transaction</source>
        <translation>%A 发起提议</translation>
    </message>
    <message>
        <source>ACK %1 of %P: %2 of %3</source>
        <translation>%P 的 ACK %1：%2/%3</translation>
    </message>
    <message>
        <source>%A counts the acknowledgement of %P for %1: %2 of %3 needed.</source>
        <translation>%A 统计 %P 对 %1 的确认：已有 %2，需要 %3。</translation>
    </message>
    <message>
        <source>%A counts the acknowledgement of %P</source>
        <translation>%A 统计 %P 的确认</translation>
    </message>
    <message>
        <source>%1 committed</source>
        <translation>%1 已提交</translation>
    </message>
    <message>
        <source>%A commits %1.</source>
        <translation>%A 提交 %1。</translation>
    </message>
    <message>
        <source>%A commits</source>
        <translation>%A 提交</translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation>%1 已应用</translation>
    </message>
    <message>
        <source>%A applies %1 to its tree.</source>
        <translation>%A 把 %1 应用到自己的 znode 树。</translation>
    </message>
    <message>
        <source>%A applies a transaction</source>
        <translation>%A 应用事务</translation>
    </message>
    <message>
        <source>quorum lost: %2 of %3</source>
        <translation>失去过半：%2/%3</translation>
    </message>
    <message>
        <source>%A has lost its quorum: %2 left, %3 are needed.</source>
        <translation>%A 失去过半支持：还剩 %2，需要 %3。</translation>
    </message>
    <message>
        <source>%A has lost its quorum</source>
        <translation>%A 失去过半支持</translation>
    </message>
    <message>
        <source>session %1 opened</source>
        <translation>会话 %1 建立</translation>
    </message>
    <message>
        <source>%A: session %1 exists now, timeout %2 ms.</source>
        <translation>%A：会话 %1 已建立，超时时间 %2 ms。</translation>
    </message>
    <message>
        <source>session %1 closed</source>
        <translation>会话 %1 关闭</translation>
    </message>
    <message>
        <source>%A: session %1 is closed, its ephemeral znodes go with it.</source>
        <translation>%A：会话 %1 已关闭，它的临时节点随之删除。</translation>
    </message>
    <message>
        <source>session %1 expires</source>
        <translation>会话 %1 过期</translation>
    </message>
    <message>
        <source>%A lets session %1 expire: nothing was heard of it for %2 ms.</source>
        <translation>%A 判定会话 %1 过期：已有 %2 ms 没有它的消息。</translation>
    </message>
    <message>
        <source>%A lets a session expire</source>
        <translation>%A 判定会话过期</translation>
    </message>
    <message>
        <source>%3 %T from %P</source>
        <translation>%P 的请求 %3 %T</translation>
    </message>
    <message>
        <source>%A receives the request %3 %T from %P.</source>
        <translation>%A 收到 %P 的请求 %3 %T。</translation>
    </message>
    <message>
        <source>%A receives a request from %P</source>
        <translation>%A 收到 %P 的请求</translation>
    </message>
    <message>
        <source>%3 → leader %P</source>
        <translation>%3 → leader %P</translation>
    </message>
    <message>
        <source>%A forwards the request %3 to the leader %P.</source>
        <translation>%A 把请求 %3 转发给 leader %P。</translation>
    </message>
    <message>
        <source>%A forwards a request to %P</source>
        <translation>%A 把请求转发给 %P</translation>
    </message>
    <message>
        <source>reply to %3: %4</source>
        <translation>%3 的应答：%4</translation>
    </message>
    <message>
        <source>%A answers %3 of %P: %4 at %5.</source>
        <translation>%A 应答 %P 的 %3：%4，zxid %5。</translation>
    </message>
    <message>
        <source>%A answers %P</source>
        <translation>%A 应答 %P</translation>
    </message>
    <message>
        <source>watch fires: %2 %T</source>
        <translation>监听触发：%2 %T</translation>
    </message>
    <message>
        <source>A watch fires on %A: %2 %T goes to %P, and the watch is used up.</source>
        <translation>%A 上的监听触发：%2 %T 发给 %P，监听用完即失效。</translation>
    </message>
    <message>
        <source>watch on %T</source>
        <translation>监听 %T</translation>
    </message>
    <message>
        <source>%A keeps a watch on %T for session %1.</source>
        <translation>%A 为会话 %1 记下对 %T 的监听。</translation>
    </message>
    <message>
        <source>connects to %P</source>
        <translation>连接 %P</translation>
    </message>
    <message>
        <source>%A connects to %P; the newest zxid it has seen is %2.</source>
        <translation>%A 连接 %P，它见过的最新 zxid 是 %2。</translation>
    </message>
    <message>
        <source>%A connects to %P</source>
        <translation>%A 连接 %P</translation>
    </message>
    <message>
        <source>connected to %P, session %1</source>
        <translation>已连接 %P，会话 %1</translation>
    </message>
    <message>
        <source>%A is connected to %P with session %1, timeout %3 ms.</source>
        <translation>%A 已连接 %P，会话 %1，超时时间 %3 ms。</translation>
    </message>
    <message>
        <source>%A is connected to %P</source>
        <translation>%A 已连接 %P</translation>
    </message>
    <message>
        <source>refused by %P</source>
        <translation>被 %P 拒绝</translation>
    </message>
    <message>
        <source>%A is refused by %P.</source>
        <translation>%A 被 %P 拒绝。</translation>
    </message>
    <message>
        <source>%A is refused by %P</source>
        <translation>%A 被 %P 拒绝</translation>
    </message>
    <message>
        <source>disconnected from %P</source>
        <translation>与 %P 断开</translation>
    </message>
    <message>
        <source>%A has lost its connection to %P.</source>
        <translation>%A 与 %P 的连接断开。</translation>
    </message>
    <message>
        <source>%A has lost its connection to %P</source>
        <translation>%A 与 %P 的连接断开</translation>
    </message>
    <message>
        <source>%3 %T</source>
        <translation>%3 %T</translation>
    </message>
    <message>
        <source>%A asks: %3 %T</source>
        <translation>%A 请求：%3 %T</translation>
    </message>
    <message>
        <source>reply to %3: %4 %T</source>
        <translation>%3 的应答：%4 %T</translation>
    </message>
    <message>
        <source>%A has the reply to %3: %4 %T (zxid %5).</source>
        <translation>%A 收到 %3 的应答：%4 %T（zxid %5）。</translation>
    </message>
    <message>
        <source>%A has a reply</source>
        <translation>%A 收到应答</translation>
    </message>
    <message>
        <source>watch event %2 %T</source>
        <translation>监听通知 %2 %T</translation>
    </message>
    <message>
        <source>%A is notified: %2 %T. The notification carries no data.</source>
        <translation>%A 收到通知：%2 %T。通知不带数据。</translation>
    </message>
    <message>
        <source>session %1 has expired</source>
        <translation>会话 %1 已过期</translation>
    </message>
    <message>
        <source>%A learns that its session %1 has expired.</source>
        <translation>%A 得知自己的会话 %1 已过期。</translation>
    </message>
    <message>
        <source>%A learns that its session has expired</source>
        <translation>%A 得知自己的会话已过期</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>%A decides.</source>
        <translation>%A 作出判定。</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>%A ignores it.</source>
        <translation>%A 忽略它。</translation>
    </message>
    <message>
        <source>%A ignores it</source>
        <translation>%A 忽略</translation>
    </message>
    <message>
        <source>vote for %1 (zxid %2, round %3)</source>
        <translation>投给 %1 的选票（zxid %2，第 %3 轮）</translation>
    </message>
    <message>
        <source>%1 epoch %2</source>
        <translation>%1 epoch %2</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>connected to %P</source>
        <translation>与 %P 建立连接</translation>
    </message>
    <message>
        <source>no connection to %P</source>
        <translation>与 %P 连接失败</translation>
    </message>
    <message>
        <source>%A cannot connect to %P.</source>
        <translation>%A 无法与 %P 建立连接。</translation>
    </message>
    <message>
        <source>%A cannot connect to %P</source>
        <translation>%A 无法与 %P 建立连接</translation>
    </message>
    <message>
        <source>connection to %P closed</source>
        <translation>与 %P 的连接关闭</translation>
    </message>
    <message>
        <source>The connection of %A to %P is closed.</source>
        <translation>%A 与 %P 的连接关闭。</translation>
    </message>
    <message>
        <source>The connection of %A to %P is closed</source>
        <translation>%A 与 %P 的连接关闭</translation>
    </message>
    <message>
        <source>event queued: %2 %T</source>
        <translation>事件入队：%2 %T</translation>
    </message>
    <message>
        <source>%A puts %2 %T into the queue of its EventThread; events before it: %3.</source>
        <translation>%A 把 %2 %T 放进 EventThread 的队列；排在它前面的事件：%3。</translation>
    </message>
    <message>
        <source>%A queues an event</source>
        <translation>%A 把一个事件入队</translation>
    </message>
    <message>
        <source>callback begins: %2 %T</source>
        <translation>回调开始：%2 %T</translation>
    </message>
    <message>
        <source>The EventThread of %A calls its watcher: %2 %T. That takes %3.</source>
        <translation>%A 的 EventThread 回调监听器：%2 %T。这需要 %3。</translation>
    </message>
    <message>
        <source>%A calls a watcher</source>
        <translation>%A 回调一个监听器</translation>
    </message>
    <message>
        <source>callback ends: %2 %T</source>
        <translation>回调结束：%2 %T</translation>
    </message>
    <message>
        <source>The callback of %A for %2 %T has ended; events that still wait: %3.</source>
        <translation>%A 对 %2 %T 的回调已结束；仍在等待的事件：%3。</translation>
    </message>
    <message>
        <source>A callback of %A ends</source>
        <translation>%A 的一个回调结束</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>停住</translation>
    </message>
    <message>
        <source>%A stands still, as in a long pause of its garbage collector: its packets wait in the socket, and nobody is told.</source>
        <translation>%A 停住，如同一次长时间的垃圾回收停顿：它的包在套接字里等待，没有人知道。</translation>
    </message>
    <message>
        <source>%A goes on where it stood, as if no time had passed.</source>
        <translation>%A 从停住的地方继续，仿佛时间没有流逝。</translation>
    </message>
    <message>
        <source>takes part in %T</source>
        <translation>参与 %T</translation>
    </message>
    <message>
        <source>%A takes part in %T from now on.</source>
        <translation>%A 从现在起参与 %T。</translation>
    </message>
    <message>
        <source>%A takes part in a recipe</source>
        <translation>%A 参与一个典型用法</translation>
    </message>
    <message>
        <source>number %2 at %T</source>
        <translation>在 %T 的序号是 %2</translation>
    </message>
    <message>
        <source>%A has number %2 at %T; its znode was created by %3.</source>
        <translation>%A 在 %T 的序号是 %2；它的 znode 由 %3 创建。</translation>
    </message>
    <message>
        <source>%A has its znode</source>
        <translation>%A 有了自己的 znode</translation>
    </message>
    <message>
        <source>number %2 waits for %3 at %T</source>
        <translation>序号 %2 在 %T 等待 %3</translation>
    </message>
    <message>
        <source>%A, number %2 at %T, waits for number %3 and for nobody else.</source>
        <translation>%A 在 %T 的序号是 %2，它只等序号 %3，不等别人。</translation>
    </message>
    <message>
        <source>%A waits</source>
        <translation>%A 等待</translation>
    </message>
    <message>
        <source>has %T, token %3</source>
        <translation>得到 %T，令牌 %3</translation>
    </message>
    <message>
        <source>%A has %T from now on, with number %2 and fencing token %3.</source>
        <translation>%A 从现在起拥有 %T，序号 %2，防护令牌 %3。</translation>
    </message>
    <message>
        <source>It is the turn of %A</source>
        <translation>轮到 %A</translation>
    </message>
    <message>
        <source>does not know whether it still has %T</source>
        <translation>不知道是否还拥有 %T</translation>
    </message>
    <message>
        <source>%A does not know any more whether it still has %T.</source>
        <translation>%A 不再知道自己是否还拥有 %T。</translation>
    </message>
    <message>
        <source>%A is not sure any more</source>
        <translation>%A 不再确定</translation>
    </message>
    <message>
        <source>gives %T back</source>
        <translation>归还 %T</translation>
    </message>
    <message>
        <source>%A gives %T back.</source>
        <translation>%A 归还 %T。</translation>
    </message>
    <message>
        <source>%A gives back what it had</source>
        <translation>%A 归还它所拥有的</translation>
    </message>
    <message>
        <source>has lost %T</source>
        <translation>失去了 %T</translation>
    </message>
    <message>
        <source>%A has lost %T with its session %1.</source>
        <translation>%A 随会话 %1 一起失去了 %T。</translation>
    </message>
    <message>
        <source>%A has lost its place</source>
        <translation>%A 失去了它的位置</translation>
    </message>
    <message>
        <source>takes no part in %T any more</source>
        <translation>不再参与 %T</translation>
    </message>
    <message>
        <source>%A takes no part in %T any more.</source>
        <translation>%A 不再参与 %T。</translation>
    </message>
    <message>
        <source>%A takes no part any more</source>
        <translation>%A 不再参与</translation>
    </message>
    <message>
        <source>learns of %T: %2</source>
        <translation>得知 %T：%2</translation>
    </message>
    <message>
        <source>%A learns what is new at %T; entries now: %2.</source>
        <translation>%A 得知 %T 的新情况；现在的条目数：%2。</translation>
    </message>
    <message>
        <source>%A learns something new</source>
        <translation>%A 得知新情况</translation>
    </message>
    <message>
        <source>writes to the resource of %T with token %1</source>
        <translation>带令牌 %1 向 %T 的资源写入</translation>
    </message>
    <message>
        <source>%A writes to the resource that %T protects, with token %1.</source>
        <translation>%A 向 %T 保护的资源写入，令牌 %1。</translation>
    </message>
    <message>
        <source>%A writes to the resource</source>
        <translation>%A 向资源写入</translation>
    </message>
    <message>
        <source>resource of %T: token %1 against %2</source>
        <translation>%T 的资源：令牌 %1 对 %2</translation>
    </message>
    <message>
        <source>The resource of %T has a write of %A with token %1 before it; the largest one so far is %2.</source>
        <translation>%T 的资源面前是 %A 带令牌 %1 的写入；到目前为止最大的令牌是 %2。</translation>
    </message>
    <message>
        <source>The resource decides about a write of %A</source>
        <translation>资源判断 %A 的写入</translation>
    </message>
    <message>
        <source>reply queued: %3 %T</source>
        <translation>应答入队：%3 %T</translation>
    </message>
    <message>
        <source>%A puts the reply to %3 %T into the queue of its EventThread; entries before it: %5.</source>
        <translation>%A 把 %3 %T 的应答放进 EventThread 的队列；排在它前面的条目：%5。</translation>
    </message>
    <message>
        <source>%A queues a reply</source>
        <translation>%A 把应答入队</translation>
    </message>
    <message>
        <source>callback begins: %3 %T</source>
        <translation>回调开始：%3 %T</translation>
    </message>
    <message>
        <source>The EventThread of %A calls back for %3 %T: %4. That takes %5.</source>
        <translation>%A 的 EventThread 为 %3 %T 调用回调：%4。耗时 %5。</translation>
    </message>
    <message>
        <source>%A calls back for a reply</source>
        <translation>%A 为应答调用回调</translation>
    </message>
    <message>
        <source>callback ends: %3 %T</source>
        <translation>回调结束：%3 %T</translation>
    </message>
    <message>
        <source>The callback of %A for %3 %T has ended; entries that still wait: %5.</source>
        <translation>%A 对 %3 %T 的回调已结束；仍在等待的条目：%5。</translation>
    </message>
    <message>
        <source>stands at %P</source>
        <translation>位于 %P 旁边</translation>
    </message>
    <message>
        <source>%A stands beside %P: it is cut off together with that machine.</source>
        <translation>%A 位于 %P 旁边：它会和那台机器一起被断开。</translation>
    </message>
    <message>
        <source>provides %T</source>
        <translation>提供 %T</translation>
    </message>
    <message>
        <source>%A provides an instance of a service: %T.</source>
        <translation>%A 提供服务的一个实例：%T。</translation>
    </message>
    <message>
        <source>provides %T no more</source>
        <translation>不再提供 %T</translation>
    </message>
    <message>
        <source>The instance is gone: %T.</source>
        <translation>实例消失了：%T。</translation>
    </message>
    <message>
        <source>looks up %T</source>
        <translation>查找 %T</translation>
    </message>
    <message>
        <source>%A looks up %T.</source>
        <translation>%A 查找 %T。</translation>
    </message>
    <message>
        <source>%A looks up a service</source>
        <translation>%A 查找服务</translation>
    </message>
    <message>
        <source>answered: %T</source>
        <translation>应答：%T</translation>
    </message>
    <message>
        <source>%A has its answer: %T.</source>
        <translation>%A 得到了应答：%T。</translation>
    </message>
    <message>
        <source>%A has an answer, %T</source>
        <translation>%A 得到了应答，%T</translation>
    </message>
    <message>
        <source>refused: %T</source>
        <translation>被拒绝：%T</translation>
    </message>
    <message>
        <source>The lookup of %A is refused: %T.</source>
        <translation>%A 的查找被拒绝：%T。</translation>
    </message>
    <message>
        <source>The lookup of %A for %T is refused</source>
        <translation>%A 对 %T 的查找被拒绝</translation>
    </message>
    <message>
        <source>judged: %T</source>
        <translation>评判：%T</translation>
    </message>
    <message>
        <source>The answer that %A has, compared with the truth: %T.</source>
        <translation>%A 得到的答案与真相比较：%T。</translation>
    </message>
    <message>
        <source>The answer of %A, %T, is judged</source>
        <translation>评判 %A 得到的答案 %T</translation>
    </message>
    <message>
        <source>called %T</source>
        <translation>调用 %T</translation>
    </message>
    <message>
        <source>%A has called %T.</source>
        <translation>%A 调用了 %T。</translation>
    </message>
    <message>
        <source>%A has called %T</source>
        <translation>%A 调用了 %T</translation>
    </message>
    <message>
        <source>done: %T, instances called in vain: %4</source>
        <translation>结束：%T，白白调用的实例：%4</translation>
    </message>
    <message>
        <source>%A has finished its lookup of %T after %5; instances called in vain: %4.</source>
        <translation>%A 用 %5 结束了对 %T 的查找；白白调用的实例：%4。</translation>
    </message>
    <message>
        <source>%A has finished a lookup</source>
        <translation>%A 结束了一次查找</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>再次</translation>
    </message>
    <message>
        <source>exclusive</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>it was held</source>
        <translation>曾持有</translation>
    </message>
    <message>
        <source>The client has heard nothing for %2; two thirds of its session timeout are %3. It gives the connection up.</source>
        <translation>客户端已有 %2 没有收到任何消息；会话超时的三分之二是 %3。它放弃这个连接。</translation>
    </message>
    <message>
        <source>healed: recovery demanded within %2</source>
        <translation>已修复：要求在 %2 内恢复</translation>
    </message>
    <message>
        <source>A quorum is healed: within %2 a leader, a commit and equal trees are demanded of it.</source>
        <translation>一个法定人数已经修复：要求它在 %2 内选出领导者、提交一个事务并使各棵树相同。</translation>
    </message>
    <message>
        <source>violated: %T (%V)</source>
        <translation>已违反：%T（%V）</translation>
    </message>
    <message>
        <source>the server serves clients</source>
        <translation>该服务器为客户端服务</translation>
    </message>
    <message>
        <source>Violated: %T — %V</source>
        <translation>已违反：%T——%V</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>A whole ZooKeeper ensemble in slow motion.</source>
        <translation>慢动作中的整个 ZooKeeper 集群。</translation>
    </message>
    <message>
        <source>A .lab script or a saved run; without it the ready lesson.</source>
        <translation>.lab 脚本或保存的运行；不给则打开预备的课程。</translation>
    </message>
    <message>
        <source>Language: en or zh_CN.</source>
        <translation>语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Theme: light, dark or system.</source>
        <translation>主题：light（浅色）、dark（深色）或 system（跟随系统）。</translation>
    </message>
    <message>
        <source>Play the lesson without a display: narration here, pictures of the window into DIR.</source>
        <translation>不用显示器播放课程：讲解输出在此，窗口图片存入 DIR。</translation>
    </message>
    <message>
        <source>Save one picture of the window as PNG and end.</source>
        <translation>把窗口存为一张 PNG 图片，然后退出。</translation>
    </message>
    <message>
        <source>Size of the window for pictures, such as 1920x1080.</source>
        <translation>图片中窗口的大小，例如 1920x1080。</translation>
    </message>
    <message>
        <source>Picture after that many beats of the lesson.</source>
        <translation>讲解这么多句之后截图。</translation>
    </message>
    <message>
        <source>Start in projector mode.</source>
        <translation>以投影模式启动。</translation>
    </message>
    <message>
        <source>--lang takes en or zh_CN, not &apos;%1&apos;.</source>
        <translation>--lang 只能是 en 或 zh_CN，不能是“%1”。</translation>
    </message>
    <message>
        <source>--theme takes light, dark or system, not &apos;%1&apos;.</source>
        <translation>--theme 只能是 light、dark 或 system，不能是“%1”。</translation>
    </message>
    <message>
        <source>--size takes a size such as 1366x768, not &apos;%1&apos;.</source>
        <translation>--size 应为大小，例如 1366x768，而不是“%1”。</translation>
    </message>
    <message>
        <source>--%1 takes a number from 0, not &apos;%2&apos;.</source>
        <translation>--%1 应为不小于 0 的数，而不是“%2”。</translation>
    </message>
    <message>
        <source>Only one file can be opened at a time.</source>
        <translation>一次只能打开一个文件。</translation>
    </message>
    <message>
        <source>There is no lesson to open.</source>
        <translation>没有可打开的课程。</translation>
    </message>
    <message>
        <source>No window can be opened: there is no display here that can be used. &apos;zablab --headless DIR&apos; needs none.</source>
        <translation>无法打开窗口：此处没有可用的显示器。“zablab --headless DIR” 不需要显示器。</translation>
    </message>
    <message>
        <source>Only look whether a window can be opened here: exit code 0 if so, else 2.</source>
        <translation>只检查此处能否打开窗口：能则退出码为 0，否则为 2。</translation>
    </message>
    <message>
        <source>--%1 needs to know where the pictures go.</source>
        <translation>--%1 需要指定图片存放的文件夹或文件。</translation>
    </message>
    <message>
        <source>Show this help and end.</source>
        <translation>显示此帮助，然后退出。</translation>
    </message>
    <message>
        <source>Open the cards of these clients, such as C1,C2.</source>
        <translation>打开这些客户端的卡片，例如 C1,C2。</translation>
    </message>
    <message>
        <source>--open takes clients such as C1,C2, not &apos;%1&apos;.</source>
        <translation>--open 需要客户端，例如 C1,C2，而不是“%1”。</translation>
    </message>
    <message>
        <source>Open, or picture, after that many steps of the run; &apos;violation&apos;: where the first property is violated.</source>
        <translation>打开或截图：运行这么多步之后；“violation”：第一条性质被违反之处。</translation>
    </message>
    <message>
        <source>Bring this panel to the front: event, property, console, plot, recipe or cap.</source>
        <translation>把这个面板放到前面：event、property、console、plot、recipe 或 cap。</translation>
    </message>
    <message>
        <source>--panel takes event, property, console, plot, recipe or cap, not &apos;%1&apos;.</source>
        <translation>--panel 可以是 event、property、console、plot、recipe 或 cap，不能是“%1”。</translation>
    </message>
</context>
<context>
    <name>Property</name>
    <message>
        <source>No two servers lead the same epoch at the same time.</source>
        <translation>任何时刻都没有两台服务器同时领导同一个 epoch。</translation>
    </message>
    <message>
        <source>No epoch ever has two established leaders.</source>
        <translation>任何 epoch 都不会有两个正式就任的 leader。</translation>
    </message>
    <message>
        <source>What any two servers have delivered agrees, transaction by transaction, up to the end of the shorter.</source>
        <translation>任意两台服务器已交付的事务逐个相同，直到较短的一方结束。</translation>
    </message>
    <message>
        <source>What is delivered was broadcast by some primary, or stood on a disk at the beginning.</source>
        <translation>凡是交付的事务，都由某个主服务器广播过，或一开始就在磁盘上。</translation>
    </message>
    <message>
        <source>Of two transactions that two servers deliver, one of the servers delivers both.</source>
        <translation>两台服务器各交付一个事务时，其中必有一台把两个事务都交付。</translation>
    </message>
    <message>
        <source>If one server delivers a before b, every server that delivers b has delivered a before.</source>
        <translation>如果一台服务器先交付 a 再交付 b，那么每台交付 b 的服务器都先交付了 a。</translation>
    </message>
    <message>
        <source>The broadcasts of one primary are delivered in the order in which it made them, none skipped.</source>
        <translation>同一个主服务器广播的事务，按其广播的次序交付，不跳过任何一个。</translation>
    </message>
    <message>
        <source>Transactions of an older epoch are delivered before those of a newer epoch.</source>
        <translation>旧 epoch 的事务先于新 epoch 的事务交付。</translation>
    </message>
    <message>
        <source>Before a primary broadcasts, it has delivered every transaction of an older epoch that anyone delivers.</source>
        <translation>主服务器开始广播之前，凡有服务器交付过的旧 epoch 事务，它都已交付。</translation>
    </message>
    <message>
        <source>Once a follower has accepted NEWLEADER, its history is the beginning of its leader&apos;s history.</source>
        <translation>follower 接受 NEWLEADER 之后，它的历史就是其 leader 历史的开头部分。</translation>
    </message>
    <message>
        <source>What the leader has committed goes on from everything that any leader ever committed.</source>
        <translation>leader 提交的内容，接在历任 leader 提交过的一切之后。</translation>
    </message>
    <message>
        <source>The history of an established leader holds everything that was committed before.</source>
        <translation>正式就任的 leader，其历史包含此前提交过的一切。</translation>
    </message>
    <message>
        <source>Synchronization never takes away a committed transaction from a server that had it.</source>
        <translation>数据同步绝不会从服务器上拿走它已有的、已提交的事务。</translation>
    </message>
    <message>
        <source>Of all clients whose session is alive, at most one believes that it holds a lock or leads an election; readers of a read/write lock share it.</source>
        <translation>在会话还存活的所有客户端中，至多有一个认为自己持有某把锁或在某次选举中领导；读写锁的读者共享。</translation>
    </message>
    <message>
        <source>Whoever gets a lock after another gets a larger fencing token, in all generations of the lock.</source>
        <translation>后得到锁的客户端得到更大的防护令牌，锁的每一代都如此。</translation>
    </message>
    <message>
        <source>A resource that looks at fencing tokens never accepts a smaller one after a larger one.</source>
        <translation>检查防护令牌的资源，在接受较大的令牌之后绝不再接受较小的。</translation>
    </message>
    <message>
        <source>Every write takes effect at one moment between its call and its reply, in the order of zxids.</source>
        <translation>每个写操作都在调用与回复之间的某一时刻生效，并按 zxid 的顺序。</translation>
    </message>
    <message>
        <source>The requests of one session are answered in the order in which they were made.</source>
        <translation>一个会话的请求，按发出的顺序得到回复。</translation>
    </message>
    <message>
        <source>A session never sees an older state than it has seen before, also after it has moved to another server.</source>
        <translation>会话看到的状态绝不会比它见过的更旧，换了服务器也一样。</translation>
    </message>
    <message>
        <source>A client that watches is told of a change before it reads what the change has made.</source>
        <translation>设置了监听的客户端，先收到变化的通知，才会读到变化的结果。</translation>
    </message>
    <message>
        <source>A one-shot watch fires once.</source>
        <translation>一次性监听只触发一次。</translation>
    </message>
    <message>
        <source>Servers that have delivered the same transactions hold the same tree and know the same sessions.</source>
        <translation>交付了同样事务的服务器，数据树相同，所知的会话也相同。</translation>
    </message>
    <message>
        <source>Once a quorum of servers is healed, one of them leads within a bounded time.</source>
        <translation>法定人数的服务器恢复后，其中一台会在限定时间内成为 leader。</translation>
    </message>
    <message>
        <source>Once a quorum is healed, a write is committed within a bounded time.</source>
        <translation>法定人数恢复后，写操作会在限定时间内提交。</translation>
    </message>
    <message>
        <source>A session ends for its client and at a server only after its leader has let it expire or its client has closed it.</source>
        <translation>会话对客户端或在服务器上结束，只能发生在领导者让它过期或客户端关闭它之后。</translation>
    </message>
    <message>
        <source>Once a quorum is healed, its servers hold equal trees, sessions included, within a bounded time.</source>
        <translation>法定人数恢复后，这些服务器的数据树（包括会话）会在限定时间内变得相同。</translation>
    </message>
</context>
<context>
    <name>PropertyInspection</name>
    <message>
        <source>Property that falls</source>
        <translation>被破坏的性质</translation>
    </message>
    <message>
        <source>Property %1</source>
        <translation>性质 %1</translation>
    </message>
    <message>
        <source>in no release yet</source>
        <translation>尚无版本修复</translation>
    </message>
    <message>
        <source>holds up to now</source>
        <translation>到目前为止成立</translation>
    </message>
    <message>
        <source>violated since event %1</source>
        <translation>自事件 %1 起被违反</translation>
    </message>
    <message>
        <source>Violated by</source>
        <translation>违反它的是</translation>
    </message>
    <message>
        <source>The decisive event %1</source>
        <translation>决定性的事件 %1</translation>
    </message>
    <message>
        <source>Stated in</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Rule %1 guards it</source>
        <translation>规则 %1 守护它</translation>
    </message>
    <message>
        <source>a rule that can be switched off</source>
        <translation>一条可以关闭的规则</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没有它时</translation>
    </message>
    <message>
        <source>a defect that releases of ZooKeeper had</source>
        <translation>ZooKeeper 某些版本有过的缺陷</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Fixed in</source>
        <translation>修复于</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>报告于</translation>
    </message>
    <message>
        <source>none by this defect alone</source>
        <translation>单凭这个缺陷没有</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>在这次运行中</translation>
    </message>
    <message>
        <source>The difference, event %1</source>
        <translation>起作用之处，事件 %1</translation>
    </message>
    <message>
        <source>Demanded</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>at event %1, %2, to come true within %3</source>
        <translation>在事件 %1，%2，限 %3 内实现</translation>
    </message>
    <message>
        <source>Overdue since</source>
        <translation>逾期自</translation>
    </message>
    <message>
        <source>The demand, event %1</source>
        <translation>要求，事件 %1</translation>
    </message>
    <message>
        <source>The first event behind its time, %1</source>
        <translation>到期后的第一个事件，%1</translation>
    </message>
    <message>
        <source>Not as in ZooKeeper</source>
        <translation>与 ZooKeeper 不同</translation>
    </message>
    <message>
        <source>%1, the last time at event %2</source>
        <translation>%1，最后一次在事件 %2</translation>
    </message>
    <message>
        <source>%1: the last difference, event %2</source>
        <translation>%1：最后一次起作用，事件 %2</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 是什么？</translation>
    </message>
    <message>
        <source>a rule that is switched off in this run</source>
        <translation>这次运行中关闭的规则</translation>
    </message>
    <message>
        <source>has made a difference, the last time at event %1; times: %2</source>
        <translation>起过作用，最后一次在事件 %1；次数：%2</translation>
    </message>
</context>
<context>
    <name>PropertyText</name>
    <message>
        <source>what ZooKeeper promises its clients</source>
        <translation>ZooKeeper 对客户端的承诺</translation>
    </message>
    <message>
        <source>the recipes on ZooKeeper</source>
        <translation>ZooKeeper 上的典型用法</translation>
    </message>
    <message>
        <source>the paper on Zab (DSN&apos;11) and the specification Zab.tla</source>
        <translation>Zab 论文（DSN&apos;11）与规约 Zab.tla</translation>
    </message>
    <message>
        <source>the specification Zab.tla</source>
        <translation>规约 Zab.tla</translation>
    </message>
    <message>
        <source>the mixed-grained specifications (mixed_v1.tla)</source>
        <translation>混合粒度规约（mixed_v1.tla）</translation>
    </message>
    <message>
        <source>what ZooKeeper says of itself</source>
        <translation>ZooKeeper 的自述</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>recipes</source>
        <translation>典型用法</translation>
    </message>
    <message>
        <source>liveness</source>
        <translation>活性</translation>
    </message>
    <message>
        <source>the lab: what healed servers owe within a bounded time</source>
        <translation>本实验室：恢复后的服务器在限定时间内必须做到的事</translation>
    </message>
    <message>
        <source>without: %1 (%2)</source>
        <translation>关闭：%1（%2）</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>nothing to compare</source>
        <translation>没有可比较的</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Notifications per release</source>
        <translation>每次释放的通知</translation>
    </message>
    <message>
        <source>Reads per release</source>
        <translation>每次释放的读</translation>
    </message>
    <message>
        <source>Packets per release</source>
        <translation>每次释放的数据包</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>Resource behind %1</source>
        <translation>%1 背后的资源</translation>
    </message>
    <message>
        <source>newest token %1</source>
        <translation>最新令牌 %1</translation>
    </message>
    <message>
        <source>writes accepted %1</source>
        <translation>接受写入 %1</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>last written by %1</source>
        <translation>最后写入者 %1</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 等待 %2</translation>
    </message>
    <message>
        <source>watches %1</source>
        <translation>监听 %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>令牌 %1</translation>
    </message>
    <message>
        <source>fencing token of %1</source>
        <translation>%1 的防护令牌</translation>
    </message>
    <message>
        <source>%1: the zxid with which its znode was created</source>
        <translation>%1：创建它的 znode 的 zxid</translation>
    </message>
    <message>
        <source>znode of %1</source>
        <translation>%1 的 znode</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>, frozen</source>
        <translation>，冻结</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>believes it holds</source>
        <translation>自以为持有</translation>
    </message>
    <message>
        <source>naive lock</source>
        <translation>朴素锁</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>read/write lock</source>
        <translation>读写锁</translation>
    </message>
    <message>
        <source>leader election</source>
        <translation>领导者选举</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>屏障</translation>
    </message>
    <message>
        <source>double barrier</source>
        <translation>双重屏障</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>offers</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>provides</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>discovers</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已失去</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>has passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>在内</translation>
    </message>
    <message>
        <source>but a newer token is out: it does not hold any more</source>
        <translation>但已有更新的令牌：它不再持有</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>nobody %1</source>
        <translation>无人%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, contenders: %2, turns: %3</source>
        <translation>%1，竞争者：%2，轮次：%3</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>屏障</translation>
    </message>
    <message>
        <source>%1 is there: whoever comes waits</source>
        <translation>%1 存在：来的都要等</translation>
    </message>
    <message>
        <source>%1 is not there: nobody waits</source>
        <translation>%1 不存在：谁也不用等</translation>
    </message>
    <message>
        <source>Double barrier</source>
        <translation>双重屏障</translation>
    </message>
    <message>
        <source>open: the znode ready is there</source>
        <translation>已打开：znode ready 存在</translation>
    </message>
    <message>
        <source>closed: the znode ready is not there</source>
        <translation>未打开：znode ready 不存在</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, version %2</source>
        <translation>“%1”，版本 %2</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>elements: %1</source>
        <translation>元素：%1</translation>
    </message>
    <message>
        <source>Elements: %1</source>
        <translation>元素：%1</translation>
    </message>
    <message>
        <source>the lowest goes first</source>
        <translation>编号最小的先出</translation>
    </message>
    <message>
        <source>further elements</source>
        <translation>其余元素</translation>
    </message>
    <message>
        <source>element %1</source>
        <translation>元素 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Not in line</source>
        <translation>不在队中</translation>
    </message>
    <message>
        <source>Put elements in</source>
        <translation>放入元素</translation>
    </message>
    <message>
        <source>Take elements out</source>
        <translation>取出元素</translation>
    </message>
    <message>
        <source>Provide the service</source>
        <translation>提供服务</translation>
    </message>
    <message>
        <source>Follow the list of instances</source>
        <translation>跟踪实例列表</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Have passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Come or come back</source>
        <translation>正在加入或重新加入</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Follow the configuration</source>
        <translation>跟踪配置</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>正在跟踪</translation>
    </message>
    <message>
        <source>is registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已死</translation>
    </message>
    <message>
        <source>dead, but its znode stays until its session expires</source>
        <translation>已死，但它的 znode 要等会话过期才消失</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 believes it holds</source>
        <translation>%1 自以为持有</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个在等待</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>believes</source>
        <translation>自以为</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>A new look for a leader starts: round %1. The first vote is for itself: %2 with zxid %3 of epoch %4.</source>
        <translation>开始寻找新的 leader：第 %1 轮。先投自己：%2，zxid %3，epoch %4。</translation>
    </message>
    <message>
        <source>epoch %3 &gt; %4, so %1 wins over %2; zxid and id are not looked at.</source>
        <translation>epoch %3 &gt; %4，所以 %1 胜过 %2；不看 zxid 和 id。</translation>
    </message>
    <message>
        <source>epoch %3 = %3, zxid %4 &gt; %5, so %1 wins over %2; the id is not looked at.</source>
        <translation>epoch %3 = %3，zxid %4 &gt; %5，所以 %1 胜过 %2；不看 id。</translation>
    </message>
    <message>
        <source>epoch %3 = %3, zxid %4 = %4, so the larger id decides: %1 wins over %2.</source>
        <translation>epoch %3 = %3，zxid %4 = %4，由较大的 id 决定：%1 胜过 %2。</translation>
    </message>
    <message>
        <source>The vote is the same as its own: %1 with zxid %3 of epoch %2.</source>
        <translation>与自己的选票相同：%1，zxid %3，epoch %2。</translation>
    </message>
    <message>
        <source>%1 has weight 0 and can never win over %2.</source>
        <translation>%1 的权重是 0，永远不能胜过 %2。</translation>
    </message>
    <message>
        <source>Round %1 is newer than its own round %2: it jumps to it, forgets the votes it has heard and compares with its first vote, not with its present one.</source>
        <translation>第 %1 轮比自己的第 %2 轮新：跳到新轮次，忘掉已收到的选票，并与自己最初的选票比较，而不是与现在的选票比较。</translation>
    </message>
    <message>
        <source>The vote is of round %1, older than its own round %2: not counted.</source>
        <translation>选票属于第 %1 轮，比自己的第 %2 轮旧：不计票。</translation>
    </message>
    <message>
        <source>A last zxid of -1 says that the database is unexpectedly empty: the vote is not looked at.</source>
        <translation>最后的 zxid 为 -1，说明数据库意外为空：不看这张选票。</translation>
    </message>
    <message>
        <source>%1 does not vote: it is told the present vote for %2 and not counted.</source>
        <translation>%1 不参与投票：把当前的选票（投给 %2）告诉它，但不计它的票。</translation>
    </message>
    <message>
        <source>The vote of %1 is for %2, and one of them is not a voter: not counted.</source>
        <translation>%1 投给 %2，两者之中有一个没有投票权：不计票。</translation>
    </message>
    <message>
        <source>%1 is still in round %2, older than round %3: it is sent the present vote so that it catches up.</source>
        <translation>%1 还在第 %2 轮，比第 %3 轮旧：把当前的选票发给它，让它跟上。</translation>
    </message>
    <message>
        <source>%1 looks for a leader, and this server is not looking: it answers with the vote that it settled on, %2 in round %3.</source>
        <translation>%1 在寻找 leader，而本服务器不在 LOOKING：用自己最终选定的选票回答，即第 %3 轮的 %2。</translation>
    </message>
    <message>
        <source>This server is not looking for a leader, and neither is %1: nothing to do.</source>
        <translation>本服务器不在寻找 leader，%1 也不在：无事可做。</translation>
    </message>
    <message>
        <source>The send queue towards %1 holds one message: the newer vote replaces the one that was not sent yet.</source>
        <translation>到 %1 的发送队列只留一条消息：新的选票取代还没发出的旧选票。</translation>
    </message>
    <message>
        <source>%2 of the votes heard are for %1 with the same zxid, epoch and round; %3 are needed.</source>
        <translation>收到的选票中有 %2 张投给 %1，且 zxid、epoch 和轮次都相同；需要 %3 张。</translation>
    </message>
    <message>
        <source>%2 votes for %1, %3 are needed: a quorum. It waits 200 ms for something better.</source>
        <translation>%1 得 %2 票，需要 %3 票：已过半。再等 200 ms，看有没有更好的选票。</translation>
    </message>
    <message>
        <source>While it waited, a better vote came: %1 beats %2. The wait ends and the vote is looked at as usual.</source>
        <translation>等待时来了更好的选票：%1 胜过 %2。等待结束，照常处理这张选票。</translation>
    </message>
    <message>
        <source>While it waits, a vote that is not better is read and lost: %1 does not beat %2.</source>
        <translation>等待时读到一张并不更好的选票，读过即弃：%1 没有胜过 %2。</translation>
    </message>
    <message>
        <source>200 ms brought nothing better: %1 is elected with %2 votes, %3 were needed.</source>
        <translation>200 ms 内没有更好的选票：%1 以 %2 票当选，需要 %3 票。</translation>
    </message>
    <message>
        <source>A quorum of this round already follows %1, and %1 itself says that it leads: joined without a further vote.</source>
        <translation>本轮已有过半服务器跟随 %1，而且 %1 自己也说它在领导：直接加入，不必再投票。</translation>
    </message>
    <message>
        <source>A quorum outside this election follows %1, and %1 itself says that it leads: it joins and takes over round %4.</source>
        <translation>本次选举之外已有过半服务器跟随 %1，而且 %1 自己也说它在领导：加入，并采用第 %4 轮。</translation>
    </message>
    <message>
        <source>A quorum says that %1 leads, but %1 itself has not said so: hearsay is not enough.</source>
        <translation>过半服务器说 %1 在领导，但 %1 自己没有这样说：传闻不足为凭。</translation>
    </message>
    <message>
        <source>Others follow this server in round %1, but its own round is %2: it does not lead on that word.</source>
        <translation>其他服务器在第 %1 轮跟随本服务器，但它自己在第 %2 轮：不凭这句话就领导。</translation>
    </message>
    <message>
        <source>Nothing heard for %1: it sends its vote again and waits %2 next time.</source>
        <translation>已有 %1 没收到任何消息：重发自己的选票，下次等待 %2。</translation>
    </message>
    <message>
        <source>%1 is observing: its word does not count.</source>
        <translation>%1 处于 OBSERVING：它的话不算数。</translation>
    </message>
    <message>
        <source>%2 of %3 needed have reported their accepted epoch; the new epoch would now be %1.</source>
        <translation>已有 %2 台上报 acceptedEpoch，需要 %3 台；此刻新的 epoch 将是 %1。</translation>
    </message>
    <message>
        <source>A quorum has reported. The new epoch is the highest accepted epoch plus one: %1.</source>
        <translation>过半服务器已上报。新的 epoch 是最大的 acceptedEpoch 加一：%1。</translation>
    </message>
    <message>
        <source>Epoch %1 is larger than the promised %2: it promises it on disk and reports its current epoch %3.</source>
        <translation>epoch %1 大于承诺过的 %2：把新承诺写入磁盘，并上报自己的 currentEpoch %3。</translation>
    </message>
    <message>
        <source>Epoch %1 was promised before: the answer -1 does not count towards the quorum.</source>
        <translation>epoch %1 以前已承诺过：回答 -1，不计入过半。</translation>
    </message>
    <message>
        <source>Epoch %1 is smaller than the promised %2: it does not follow and looks for a leader again.</source>
        <translation>epoch %1 小于承诺过的 %2：不跟随，重新寻找 leader。</translation>
    </message>
    <message>
        <source>%1 answered with epoch -1: not counted, but synchronized as everyone.</source>
        <translation>%1 回答的 epoch 是 -1：不计数，但照常同步。</translation>
    </message>
    <message>
        <source>%1 has epoch %2 and zxid %3, more recent than the leader&apos;s epoch %4 and zxid %5: this connection is closed.</source>
        <translation>%1 的 epoch %2、zxid %3 比 leader 的 epoch %4、zxid %5 更新：关闭这个连接。</translation>
    </message>
    <message>
        <source>%1 of %2 needed have acknowledged epoch %3.</source>
        <translation>已有 %1 台确认 epoch %3，需要 %2 台。</translation>
    </message>
    <message>
        <source>A quorum has acknowledged epoch %3 (%1, needed %2): the leader writes its current epoch, and synchronization begins.</source>
        <translation>过半服务器已确认 epoch %3（%1 台，需要 %2 台）：leader 写入自己的 currentEpoch，数据同步开始。</translation>
    </message>
    <message>
        <source>initLimit (%1) has passed before a quorum was there: back to LOOKING.</source>
        <translation>initLimit（%1）已过，仍未过半：回到 LOOKING。</translation>
    </message>
    <message>
        <source>%1 does not take learners yet: attempt %2 of 5 failed, another follows in 100 ms.</source>
        <translation>%1 还不接受 learner：5 次尝试中的第 %2 次失败，100 ms 后再试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached after %2 attempts: back to LOOKING.</source>
        <translation>尝试 %2 次仍连不上 %1：回到 LOOKING。</translation>
    </message>
    <message>
        <source>The learner&apos;s last zxid %1 equals the leader&apos;s: an empty DIFF.</source>
        <translation>learner 最后的 zxid %1 与 leader 相同：空的 DIFF。</translation>
    </message>
    <message>
        <source>forceSnapshotSync is set: SNAP.</source>
        <translation>设置了 forceSnapshotSync：SNAP。</translation>
    </message>
    <message>
        <source>The learner&apos;s %1 is above the leader&apos;s newest %2: TRUNC cuts its log back to %2.</source>
        <translation>learner 的 %1 超过 leader 最新的 %2：用 TRUNC 把它的事务日志截断到 %2。</translation>
    </message>
    <message>
        <source>%1 is in the leader&apos;s history: DIFF with what follows it, up to %2.</source>
        <translation>%1 在 leader 的历史中：用 DIFF 发送它之后的事务，到 %2 为止。</translation>
    </message>
    <message>
        <source>%1 has counter 0, so it is no transaction: DIFF with everything after it, up to %2.</source>
        <translation>%1 的计数器是 0，不是事务：用 DIFF 发送它之后的全部事务，到 %2 为止。</translation>
    </message>
    <message>
        <source>The leader has no %1, but older ones of that epoch: TRUNC to %2, then what follows it, up to %3.</source>
        <translation>leader 没有 %1，但有该 epoch 更早的事务：先 TRUNC 到 %2，再发送之后的事务，到 %3 为止。</translation>
    </message>
    <message>
        <source>The leader has no %1, and its next transaction %2 is of another epoch: no TRUNC across epochs, SNAP.</source>
        <translation>leader 没有 %1，它的下一个事务 %2 属于另一个 epoch：TRUNC 不能跨 epoch，用 SNAP。</translation>
    </message>
    <message>
        <source>%1 is older than the committed log in memory (from %2): the leader reads its log on disk.</source>
        <translation>%1 早于内存中的已提交日志（从 %2 开始）：leader 读取磁盘上的事务日志。</translation>
    </message>
    <message>
        <source>%1 is older than the committed log (from %2), and the log on disk starts too late, is too large or ends too early: SNAP.</source>
        <translation>%1 早于已提交日志（从 %2 开始），而磁盘上的事务日志开始太晚、太大或结束太早：SNAP。</translation>
    </message>
    <message>
        <source>%1 does not fit any history that the leader can send (it has %2 to %3): SNAP.</source>
        <translation>%1 与 leader 能发送的历史都对不上（它有 %2 到 %3）：SNAP。</translation>
    </message>
    <message>
        <source>From %1 on the learner receives what the others receive: %2 committed, %3 outstanding proposals are queued first.</source>
        <translation>从 %1 起，learner 收到的与其他服务器相同：先把 %2 个已提交提议和 %3 个待提交提议排入队列。</translation>
    </message>
    <message>
        <source>Persist, then currentEpoch, then ACK: %1 transactions are on disk, epoch %2 is written, so NEWLEADER is acknowledged.</source>
        <translation>先落盘，再写 currentEpoch，最后 ACK：%1 个事务已落盘，epoch %2 已写入，所以确认 NEWLEADER。</translation>
    </message>
    <message>
        <source>%1 of %2 needed have acknowledged NEWLEADER of epoch %3.</source>
        <translation>已有 %1 台确认 epoch %3 的 NEWLEADER，需要 %2 台。</translation>
    </message>
    <message>
        <source>A quorum has acknowledged NEWLEADER (%1, needed %2): epoch %3 is established and the leader serves.</source>
        <translation>过半服务器已确认 NEWLEADER（%1 台，需要 %2 台）：epoch %3 确立，leader 开始服务。</translation>
    </message>
    <message>
        <source>%1 acknowledged %2 instead of %3: not counted.</source>
        <translation>%1 确认的是 %2 而不是 %3：不计数。</translation>
    </message>
    <message>
        <source>UPTODATE: the learner serves clients; %1 transactions that were persisted before are acknowledged now.</source>
        <translation>UPTODATE：learner 对外服务；先前已落盘的 %1 个事务现在确认。</translation>
    </message>
    <message>
        <source>COMMIT %1 finds no waiting proposal before UPTODATE (ZOOKEEPER-4394): back to LOOKING, as ZooKeeper 3.8 does.</source>
        <translation>UPTODATE 之前，COMMIT %1 找不到等待中的提议（ZOOKEEPER-4394）：像 ZooKeeper 3.8 那样回到 LOOKING。</translation>
    </message>
    <message>
        <source>There is no log to cut back to %1: the process ends.</source>
        <translation>没有可截断到 %1 的事务日志：进程退出。</translation>
    </message>
    <message>
        <source>The counter of epoch %1 is used up (0xffffffff): the leader steps down so that a new epoch begins.</source>
        <translation>epoch %1 的计数器用完了（0xffffffff）：leader 下台，让新的 epoch 开始。</translation>
    </message>
    <message>
        <source>%1 is on disk now, so it is acknowledged.</source>
        <translation>%1 已落盘，所以确认。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 needed acknowledgements.</source>
        <translation>%1：已有 %2 个确认，需要 %3 个。</translation>
    </message>
    <message>
        <source>%1: %2 acknowledgements, %3 needed, and every older proposal is committed: COMMIT goes out.</source>
        <translation>%1：已有 %2 个确认，需要 %3 个，而且更早的提议都已提交：发出 COMMIT。</translation>
    </message>
    <message>
        <source>%1 has a quorum, but %2 is still outstanding: commits go strictly in zxid order.</source>
        <translation>%1 已过半，但 %2 还没有提交：提交严格按 zxid 顺序。</translation>
    </message>
    <message>
        <source>The second acknowledgement of %1 (counter 0) per join is not counted.</source>
        <translation>每次加入时对 %1（计数器为 0）的第二个确认不计数。</translation>
    </message>
    <message>
        <source>%1 is committed already (up to %2): a late acknowledgement changes nothing.</source>
        <translation>%1 早已提交（已提交到 %2）：迟到的确认不改变什么。</translation>
    </message>
    <message>
        <source>%1 is not outstanding: the acknowledgement is ignored.</source>
        <translation>%1 不在待提交之列：忽略这个确认。</translation>
    </message>
    <message>
        <source>%1 is no voter: its acknowledgement of %2 does not count.</source>
        <translation>%1 没有投票权：它对 %2 的确认不计数。</translation>
    </message>
    <message>
        <source>COMMIT %1 matches the oldest logged proposal: it is applied.</source>
        <translation>COMMIT %1 与最早写入日志的提议相符：应用它。</translation>
    </message>
    <message>
        <source>COMMIT %1 does not match the oldest logged proposal %2: the process ends.</source>
        <translation>COMMIT %1 与最早写入日志的提议 %2 不符：进程退出。</translation>
    </message>
    <message>
        <source>COMMIT %1 finds nothing logged and waiting: only a warning.</source>
        <translation>COMMIT %1 没有对应的、已写日志而等待提交的提议：只给出警告。</translation>
    </message>
    <message>
        <source>PROPOSAL %1 does not follow %2: only a warning in ZooKeeper 3.8.</source>
        <translation>PROPOSAL %1 不是紧接着 %2：ZooKeeper 3.8 只给出警告。</translation>
    </message>
    <message>
        <source>INFORM %1 is committed by the voters: an observer applies it at once and never acknowledges.</source>
        <translation>INFORM %1 已由投票者提交：observer 立即应用，从不确认。</translation>
    </message>
    <message>
        <source>An observer ignores PROPOSAL and COMMIT outside synchronization.</source>
        <translation>同步之外，observer 忽略 PROPOSAL 和 COMMIT。</translation>
    </message>
    <message>
        <source>sync waits behind the outstanding proposal %1.</source>
        <translation>sync 排在待提交提议 %1 之后等待。</translation>
    </message>
    <message>
        <source>Nothing older is outstanding: SYNC is queued behind the COMMITs of this learner.</source>
        <translation>没有更早的待提交提议：SYNC 排在发给这个 learner 的 COMMIT 之后。</translation>
    </message>
    <message>
        <source>Only %1 voters are synchronized, %2 are needed: the leader steps down.</source>
        <translation>只有 %1 个投票者同步，需要 %2 个：leader 下台。</translation>
    </message>
    <message>
        <source>%1 has not acknowledged %2 for more than syncLimit (%3): its connection is closed.</source>
        <translation>%1 超过 syncLimit（%3）没有确认 %2：关闭它的连接。</translation>
    </message>
    <message>
        <source>Nothing was heard from %1 for %2: its connection is closed.</source>
        <translation>已有 %2 没收到 %1 的消息：关闭它的连接。</translation>
    </message>
    <message>
        <source>Nothing was heard from the leader %1 for %2: back to LOOKING.</source>
        <translation>已有 %2 没收到 leader %1 的消息：回到 LOOKING。</translation>
    </message>
    <message>
        <source>The connection to the leader %1 is gone: back to LOOKING.</source>
        <translation>与 leader %1 的连接断了：回到 LOOKING。</translation>
    </message>
    <message>
        <source>The packet belongs to a connection that is closed: ignored.</source>
        <translation>数据包属于已关闭的连接：忽略。</translation>
    </message>
    <message>
        <source>This packet is not expected in the present phase: ignored.</source>
        <translation>当前阶段不该有这个数据包：忽略。</translation>
    </message>
    <message>
        <source>The lecturer forced a timeout: back to LOOKING.</source>
        <translation>讲师强制超时：回到 LOOKING。</translation>
    </message>
    <message>
        <source>There is a log but no valid snapshot: the server refuses to start.</source>
        <translation>有事务日志却没有有效的快照：服务器拒绝启动。</translation>
    </message>
    <message>
        <source>Record %1 of the log fails its checksum: the server refuses to start.</source>
        <translation>事务日志中的记录 %1 校验和不符：服务器拒绝启动。</translation>
    </message>
    <message>
        <source>The last record %1 is only half written: it is skipped, and a new log file will be begun.</source>
        <translation>最后的记录 %1 只写了一半：跳过它，另起一个新的日志文件。</translation>
    </message>
    <message>
        <source>currentEpoch %1 is older than the epoch of the last zxid %2: the server refuses to start.</source>
        <translation>currentEpoch %1 比最后 zxid 的 epoch %2 旧：服务器拒绝启动。</translation>
    </message>
    <message>
        <source>acceptedEpoch %1 is smaller than currentEpoch %2: the server refuses to start.</source>
        <translation>acceptedEpoch %1 小于 currentEpoch %2：服务器拒绝启动。</translation>
    </message>
    <message>
        <source>currentEpoch is behind, but currentEpoch.tmp holds %1, the epoch of the last zxid: it is used.</source>
        <translation>currentEpoch 落后，但 currentEpoch.tmp 里有 %1，正是最后 zxid 的 epoch：采用它。</translation>
    </message>
    <message>
        <source>An epoch file is missing: it is made from the epoch of the last zxid, %1.</source>
        <translation>缺少 epoch 文件：由最后 zxid 的 epoch 生成，%1。</translation>
    </message>
    <message>
        <source>The client has seen %1, the server has applied only %2: the connection is closed without an answer.</source>
        <translation>客户端见过 %1，服务器只应用到 %2：不作回答，关闭连接。</translation>
    </message>
    <message>
        <source>The client has seen %1, the server has applied %2: it may connect.</source>
        <translation>客户端见过 %1，服务器已应用到 %2：可以连接。</translation>
    </message>
    <message>
        <source>The server does not serve: the connection is closed.</source>
        <translation>服务器没有在服务：关闭连接。</translation>
    </message>
    <message>
        <source>A read is answered from the server&apos;s own tree, which has applied up to %1.</source>
        <translation>读请求由服务器用自己的 znode 树回答，它已应用到 %1。</translation>
    </message>
    <message>
        <source>A write goes to the leader %1.</source>
        <translation>写请求交给 leader %1。</translation>
    </message>
    <message>
        <source>The leader has heard nothing of session %1 for its timeout: it is closed by a transaction.</source>
        <translation>leader 在超时时间内没有收到会话 %1 的消息：用一个事务关闭它。</translation>
    </message>
    <message>
        <source>A new leader gives every known session its full timeout again: %1 sessions.</source>
        <translation>新的 leader 让每个已知会话重新计时：共 %1 个会话。</translation>
    </message>
    <message>
        <source>Session %1 is unknown or closed: the client is told that it has expired.</source>
        <translation>会话 %1 未知或已关闭：告诉客户端会话已过期。</translation>
    </message>
    <message>
        <source>Session %1 has moved to another server: the old connection is closed.</source>
        <translation>会话 %1 已移到另一台服务器：关闭旧连接。</translation>
    </message>
    <message>
        <source>The link is cut: the packet waits until it is healed or the connection ends.</source>
        <translation>链路已切断：数据包等到链路恢复或连接结束。</translation>
    </message>
    <message>
        <source>Nobody is there to receive it.</source>
        <translation>没有谁在接收。</translation>
    </message>
    <message>
        <source>The process that sent it ended before the packet had left: it is lost.</source>
        <translation>发送它的进程在数据包发出之前就退出了：数据包丢失。</translation>
    </message>
    <message>
        <source>The connection (TCP) has this packet already: the duplicate is discarded.</source>
        <translation>连接（TCP）已有这个数据包：丢弃重复的一份。</translation>
    </message>
    <message>
        <source>The packet was dropped. A connection cannot skip a packet, so it breaks.</source>
        <translation>数据包被丢弃。连接不能跳过数据包，所以断开。</translation>
    </message>
    <message>
        <source>Cured: %2 snapshots hold more than %1; they are removed together with the end of the log, so that nothing brings it back.</source>
        <translation>已修正：有 %2 个快照包含 %1 之后的内容；它们与日志末尾一起删除，这样就不会再被带回来。</translation>
    </message>
    <message>
        <source>Cured: nothing on this disk reaches back exactly to %1, so it comes again and asks for SNAP.</source>
        <translation>已修正：磁盘上没有任何内容能恰好回到 %1，因此它重新连接并请求 SNAP。</translation>
    </message>
    <message>
        <source>Cured: what came by SNAP or behind TRUNC is not in the log; the log and the older snapshots are removed and begin anew behind the snapshot %1.</source>
        <translation>已修正：经 SNAP 或在 TRUNC 之后得到的内容不在事务日志里；日志和旧快照被删除，从快照 %1 之后重新开始。</translation>
    </message>
    <message>
        <source>Cured: %1 loses everything above %3, so its acks of %2 outstanding proposals no longer count.</source>
        <translation>已修正：%1 会失去 %3 之后的全部内容，因此它对 %2 个待提交提议的确认不再算数。</translation>
    </message>
    <message>
        <source>Cured: the snapshot was begun at %1, and TRUNC or SNAP has taken that back to %2 meanwhile: it is thrown away.</source>
        <translation>已修正：这个快照从 %1 开始，而 TRUNC 或 SNAP 已把它退回到 %2：快照作废。</translation>
    </message>
    <message>
        <source>The next number of epoch %3: proposal %1 goes to every synchronized follower and to the leader&apos;s own disk.</source>
        <translation>epoch %3 的下一个编号：提议 %1 发给每个已同步的 follower，并写入 leader 自己的磁盘。</translation>
    </message>
    <message>
        <source>The leader&apos;s word on session %1 comes too late: its client has closed the connection.</source>
        <translation>leader 对会话 %1 的答复来得太晚：客户端已经关闭了连接。</translation>
    </message>
    <message>
        <source>In this round %2 follow or are %1; %3 are needed to join on their word.</source>
        <translation>本轮中有 %2 台跟随 %1 或就是 %1；凭它们的话加入需要 %3 台。</translation>
    </message>
    <message>
        <source>Outside this election %2 follow or are %1 in one and the same epoch; %3 are needed to join on their word.</source>
        <translation>在这次选举之外，有 %2 台在同一个 epoch 中跟随 %1 或就是 %1；凭它们的话加入需要 %3 台。</translation>
    </message>
    <message>
        <source>Something was heard meanwhile: the wait goes on for %1.</source>
        <translation>这期间收到了消息：继续等待 %1。</translation>
    </message>
    <message>
        <source>The role has ended, but %1 records are not on disk yet: the process waits for its disk before it looks for a leader.</source>
        <translation>角色已经结束，但还有 %1 条记录没有落盘：进程先等磁盘写完，再去寻找 leader。</translation>
    </message>
    <message>
        <source>The leader checks %1 against the state that will be: it fails with %2. The failure takes a number and goes through the log like every write.</source>
        <translation>leader 按将来的状态检查 %1：失败，错误为 %2。失败同样占用一个编号，并像每个写操作一样写入事务日志。</translation>
    </message>
    <message>
        <source>Session %1 belongs to %2 now, and the request came through %3: it fails with SESSIONMOVED.</source>
        <translation>会话 %1 现在属于 %2，而请求是经 %3 到来的：以 SESSIONMOVED 失败。</translation>
    </message>
    <message>
        <source>The connection is the watcher: %1 watches end with it.</source>
        <translation>连接就是 Watcher：%1 个监听随它一起结束。</translation>
    </message>
    <message>
        <source>The connection is new and the server knows nothing of %1 watches: the client sends them again, with %2, the last zxid it has seen.</source>
        <translation>连接是新的，服务器对 %1 个监听一无所知：客户端把它们重新发送，并附上自己见过的最后一个 zxid %2。</translation>
    </message>
    <message>
        <source>Of the watches of a client that has seen %1, %2 fire at once because their znode has changed since; %3 are set.</source>
        <translation>客户端已见到 %1：它的监听中有 %2 个因 znode 此后已变化而立即触发，%3 个重新设置。</translation>
    </message>
    <message>
        <source>The process that it was sent to has ended, and the one that runs there now knows nothing of its connection.</source>
        <translation>收件的那个进程已经结束，现在在那里运行的进程不认识这条连接。</translation>
    </message>
    <message>
        <source>The vote was lost on the way, and its connection with it: the next vote in either direction makes a new one, and the last word is said again.</source>
        <translation>选票在途中丢失，连接也随之断开：任一方向的下一张选票会建立新连接，并把最后一次的话重说一遍。</translation>
    </message>
    <message>
        <source>Step 1 of 3, the client registers: %1 was answered with %2, so its watcher stands in the map of data watches. Only a boolean went to the server, the watcher stays here.</source>
        <translation>三步之一，客户端注册 Watcher：%1 的应答是 %2，于是它的 Watcher 记入数据监听表。发给服务器的只是一个 boolean，Watcher 留在客户端。</translation>
    </message>
    <message>
        <source>Step 1 of 3, the client registers: %1 was answered with %2, so its watcher stands in the map of exist watches and waits for the znode to be created.</source>
        <translation>三步之一，客户端注册 Watcher：%1 的应答是 %2，于是它的 Watcher 记入存在监听表，等待这个 znode 被创建。</translation>
    </message>
    <message>
        <source>Step 1 of 3, the client registers: %1 was answered with %2, so its watcher stands in the map of child watches.</source>
        <translation>三步之一，客户端注册 Watcher：%1 的应答是 %2，于是它的 Watcher 记入子节点监听表。</translation>
    </message>
    <message>
        <source>%1 was answered with %2: no watch is left, neither here nor at the server.</source>
        <translation>%1 的应答是 %2：没有留下监听，客户端和服务器上都没有。</translation>
    </message>
    <message>
        <source>Step 2 of 3, the server triggers: %2 concerns a watch of session %1. The server forgets the watch and tells its connection the type and the path, not the data.</source>
        <translation>三步之二，服务器处理 Watcher：%2 涉及会话 %1 的一个监听。服务器清除这个监听，并把类型和路径告知该连接，不带数据。</translation>
    </message>
    <message>
        <source>%2 takes the path out of the maps of data and exist watches: one event is all that a watch gives. It is queued for the EventThread, events before it: %3.</source>
        <translation>%2 把这个路径从数据监听表和存在监听表中取出：一个监听只给一个事件。事件进入 EventThread 的队列，排在它前面的事件：%3。</translation>
    </message>
    <message>
        <source>%2 takes the path out of the map of child watches. It is queued for the EventThread, events before it: %3.</source>
        <translation>%2 把这个路径从子节点监听表中取出。事件进入 EventThread 的队列，排在它前面的事件：%3。</translation>
    </message>
    <message>
        <source>%2 takes the path out of all three maps, data, exist and child. It is queued for the EventThread, events before it: %3.</source>
        <translation>%2 把这个路径从数据、存在、子节点三张表中全部取出。事件进入 EventThread 的队列，排在它前面的事件：%3。</translation>
    </message>
    <message>
        <source>%2 finds no watcher for the path any more: nobody is called back.</source>
        <translation>%2 在这个路径上已找不到 Watcher：不回调任何人。</translation>
    </message>
    <message>
        <source>Step 3 of 3, the client calls back: the EventThread takes the oldest waiting event, %2, and calls its watcher. The callback takes %3, and whatever comes meanwhile waits behind it.</source>
        <translation>三步之三，客户端回调 Watcher：EventThread 取出等待最久的事件 %2，回调它的 Watcher。回调需要 %3，其间到来的事件都排在后面等待。</translation>
    </message>
    <message>
        <source>The client has heard nothing for %2; two thirds of its session timeout are %3. It gives the connection up. Whether session %1 has expired, only a server can tell it.</source>
        <translation>客户端已有 %2 没有收到任何消息；会话超时的三分之二是 %3。它放弃这个连接。会话 %1 是否已过期，只有服务器能告诉它。</translation>
    </message>
    <message>
        <source>The create fails with %2, and it would fail again: the recipe ends.</source>
        <translation>create 失败，错误 %2，再试也会失败：这个典型用法结束。</translation>
    </message>
    <message>
        <source>The connection ended before %2 was answered: it may have been carried out or not. Nothing more is tried before there is a connection again.</source>
        <translation>连接在 %2 得到应答之前断了：它可能执行了，也可能没有。重新连上之前不再尝试什么。</translation>
    </message>
    <message>
        <source>A child carries the uuid of this create: it had been carried out, and only the answer was lost. Number %2 is its own, and no second znode is made.</source>
        <translation>有一个子节点带着这次 create 的 uuid：它已经执行，丢的只是应答。序号 %2 就是自己的，不再创建第二个 znode。</translation>
    </message>
    <message>
        <source>No child carries the uuid of this create: it was never carried out, and is sent again.</source>
        <translation>没有子节点带着这次 create 的 uuid：它从未执行，重新发送。</translation>
    </message>
    <message>
        <source>Number %3 carries the uuid of this create, but session %2 made it, and the session is %1 now. It will vanish with the old session: it is deleted, not taken over.</source>
        <translation>序号 %3 带着这次 create 的 uuid，但它由会话 %2 创建，而现在的会话是 %1。它会随旧会话消失：所以删除它，而不是接管它。</translation>
    </message>
    <message>
        <source>Without a name of its own it cannot find out whether the create was carried out: it is simply sent again. If it was, a znode stands in the line now that nobody knows to be his.</source>
        <translation>没有自己独有的名字，就无法查明 create 是否执行过：只能再发一次。如果执行过，队列里就多了一个没有人知道属于自己的 znode。</translation>
    </message>
    <message>
        <source>Session %1 is new, and the znode of the old one is gone or will go: it asks again, at the end of the line.</source>
        <translation>会话 %1 是新的，旧会话的 znode 已经消失或即将消失：它重新请求，排到队尾。</translation>
    </message>
    <message>
        <source>The process is dead. Its znode stays until the leader finds that the session has expired.</source>
        <translation>进程死了。它的 znode 一直留到领导者发现会话过期。</translation>
    </message>
    <message>
        <source>No child stands before number %2: it has the lock. Its fencing token is %3, the zxid that created its znode.</source>
        <translation>序号 %2 前面没有别的子节点：它得到锁。它的防护令牌是 %3，即创建它的 znode 的 zxid。</translation>
    </message>
    <message>
        <source>Before number %1 there are %3. It watches the last of them, number %2, and nobody else: when that goes, one client is woken.</source>
        <translation>序号 %1 前面有 %3 个。它只监听其中最后一个，序号 %2：那个消失时，只唤醒一个客户端。</translation>
    </message>
    <message>
        <source>Before number %1 there are %3. It watches the holder, number %2, as all the others do: when that goes, they are all woken, and all but one in vain.</source>
        <translation>序号 %1 前面有 %3 个。它和所有其他等待者一样监听持有者，序号 %2：那个消失时，大家都被唤醒，除一个之外全是白醒。</translation>
    </message>
    <message>
        <source>Number %2 has gone between the two reads: NONODE, and getData leaves no watch behind. The children are read again.</source>
        <translation>序号 %2 在两次读取之间消失了：NONODE，getData 不留下监听。重新读取子节点。</translation>
    </message>
    <message>
        <source>%2: a watch is only a hint. Number %1 reads the children again to see where it stands.</source>
        <translation>%2：监听通知只是一个提示。序号 %1 重新读取子节点，看自己排在哪里。</translation>
    </message>
    <message>
        <source>Its own znode, number %1, is not among the children any more: it has lost its place and creates a new one.</source>
        <translation>它自己的 znode，序号 %1，已经不在子节点之中：它失去了位置，创建一个新的。</translation>
    </message>
    <message>
        <source>It gives back what number %2 had by deleting its znode.</source>
        <translation>它删除自己的 znode，以此归还序号 %2 所拥有的。</translation>
    </message>
    <message>
        <source>Whether number %1 was deleted is not known, and if not it would block everybody: the delete is sent again until it is answered.</source>
        <translation>序号 %1 是否已删除不得而知，若没有，它会挡住所有人：反复发送 delete，直到得到应答。</translation>
    </message>
    <message>
        <source>Disconnected: the session may expire without a word. Until a server is heard from again, what number %2 has is not safe.</source>
        <translation>Disconnected：会话可能在毫无通知的情况下过期。在重新听到服务器之前，序号 %2 所拥有的并不可靠。</translation>
    </message>
    <message>
        <source>Connected again in the same session %1: its znode has lived on, and number %2 has what it had.</source>
        <translation>在同一个会话 %1 里重新连上：它的 znode 一直还在，序号 %2 仍拥有它原来拥有的。</translation>
    </message>
    <message>
        <source>Session %1 is over and its ephemeral znodes with it: what number %2 was worth is lost. Others may have had their turn since.</source>
        <translation>会话 %1 结束，它的临时 znode 也随之消失：序号 %2 的位置没了。在此期间别人可能已经轮到过。</translation>
    </message>
    <message>
        <source>No writer stands before number %2: it reads, together with all other readers that have none before them.</source>
        <translation>序号 %2 前面没有写者：它可以读，和所有前面没有写者的读者一起。</translation>
    </message>
    <message>
        <source>A writer stands before number %1. It watches that one, number %2; readers do not wait for each other, and may well wake together.</source>
        <translation>序号 %1 前面有一个写者。它监听那一个，序号 %2；读者之间互不等待，一起醒来也无妨。</translation>
    </message>
    <message>
        <source>Number %2 is the lowest, and its znode belongs to the present session %1: it is the leader.</source>
        <translation>序号 %2 最小，而且它的 znode 属于现在的会话 %1：它是领导者。</translation>
    </message>
    <message>
        <source>Disconnected (SUSPENDED): number %2 says at once that it is not the leader. It looks again when it is connected.</source>
        <translation>Disconnected（SUSPENDED）：序号 %2 立刻宣布自己不是领导者。连上后再查看。</translation>
    </message>
    <message>
        <source>It believes that it holds the lock and writes to the resource, with its fencing token %1.</source>
        <translation>它认为自己持有锁，于是带着防护令牌 %1 向资源写入。</translation>
    </message>
    <message>
        <source>It does not hold the lock as far as it knows: it has no token and writes nothing.</source>
        <translation>据它所知，它并不持有锁：它没有令牌，什么也不写。</translation>
    </message>
    <message>
        <source>Token %1 is not smaller than %2, the largest that the resource has seen: the write is accepted.</source>
        <translation>令牌 %1 不小于资源见过的最大令牌 %2：接受写入。</translation>
    </message>
    <message>
        <source>Token %1 is smaller than %2, the largest that the resource has seen: somebody has held the lock since. The write is refused.</source>
        <translation>令牌 %1 小于资源见过的最大令牌 %2：此后已有别人持有过锁。拒绝写入。</translation>
    </message>
    <message>
        <source>The resource does not look at tokens: it accepts whatever comes. The write has token %1, and %2 was there already.</source>
        <translation>资源不检查令牌：来什么就接受什么。这次写入的令牌是 %1，而 %2 早已来过。</translation>
    </message>
    <message>
        <source>Step 2 of 3, the server triggers: %2 concerns a persistent watch of session %1. The watch stays, and its connection is told the type and the path, not the data.</source>
        <translation>三步之二，服务器处理 Watcher：%2 涉及会话 %1 的一个持久监听。监听保留，并把类型和路径告知该连接，不带数据。</translation>
    </message>
    <message>
        <source>addWatch: session %1 has a persistent watch here from now on, whether the znode is there or not. It fires for data, children, creation and deletion, and stays.</source>
        <translation>addWatch：会话 %1 从现在起在这里有一个持久监听，不论 znode 是否存在。数据、子节点、创建和删除都会触发它，而它一直保留。</translation>
    </message>
    <message>
        <source>addWatch: session %1 has a persistent recursive watch here from now on. It fires for the path and everything below it, but never for NodeChildrenChanged, and stays.</source>
        <translation>addWatch：会话 %1 从现在起在这里有一个持久递归监听。该路径及其下的一切都会触发它，但 NodeChildrenChanged 从不触发，而它一直保留。</translation>
    </message>
    <message>
        <source>The server keeps one mode for each connection and path: the new one-shot watch of session %1 takes the place of its persistent one, which is gone with the next event (ZOOKEEPER-4466, cured in 3.9).</source>
        <translation>服务器对每个连接和路径只保留一种模式：会话 %1 新的一次性监听取代了它的持久监听，下一个事件之后就没有了（ZOOKEEPER-4466，3.9 中修复）。</translation>
    </message>
    <message>
        <source>removeWatches: the server forgets what the connection of session %1 watches here. It sends no event, the client makes its own.</source>
        <translation>removeWatches：服务器清除会话 %1 的连接在这里的监听。它不发送事件，由客户端自己生成。</translation>
    </message>
    <message>
        <source>removeWatches: the connection of session %1 watches nothing of the kind here, so the answer is NOWATCHER.</source>
        <translation>removeWatches：会话 %1 的连接在这里没有这类监听，所以应答是 NOWATCHER。</translation>
    </message>
    <message>
        <source>The connection of session %1 has proved who it is. The id is kept with the connection and ends with it; the answer has xid -4.</source>
        <translation>会话 %1 的连接证明了自己是谁。身份与连接一起保存，也随连接结束；应答的 xid 是 -4。</translation>
    </message>
    <message>
        <source>No provider takes that scheme from session %1: the answer is AUTHFAILED, with xid -4, and the connection is closed.</source>
        <translation>没有 provider 接受会话 %1 的这种认证方式：应答是 AUTHFAILED，xid 为 -4，然后关闭连接。</translation>
    </message>
    <message>
        <source>The connection is new and the server does not know who this is: the client says it again, in %1 packets with xid -4, before anything else.</source>
        <translation>连接是新的，服务器不知道这是谁：客户端在一切之前用 %1 个 xid 为 -4 的包重新说明。</translation>
    </message>
    <message>
        <source>The answer with xid -4 is AUTHFAILED: this handle has failed for good. Whatever waits or is asked later fails with AUTHFAILED.</source>
        <translation>xid 为 -4 的应答是 AUTHFAILED：这个句柄彻底失败。正在等待的和以后请求的都以 AUTHFAILED 失败。</translation>
    </message>
    <message>
        <source>Step 1 of 3, the client registers: %1 was answered with %2, so its watcher stands in the map of persistent watches and stays there.</source>
        <translation>三步之一，客户端注册 Watcher：%1 的应答是 %2，于是它的 Watcher 记入持久监听表，并一直保留。</translation>
    </message>
    <message>
        <source>Step 1 of 3, the client registers: %1 was answered with %2, so its watcher stands in the map of persistent recursive watches and stays there.</source>
        <translation>三步之一，客户端注册 Watcher：%1 的应答是 %2，于是它的 Watcher 记入持久递归监听表，并一直保留。</translation>
    </message>
    <message>
        <source>The client takes %3 watchers out of its maps and tells them by an event of its own, %2: no server has sent it.</source>
        <translation>客户端从表中取出 %3 个 Watcher，并用自己生成的事件 %2 通知它们：没有服务器发送过它。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is %1, but no watcher of that kind stands in the client&apos;s maps: NOWATCHER.</source>
        <translation>服务器的应答是 %1，但客户端的表里没有这类 Watcher：NOWATCHER。</translation>
    </message>
    <message>
        <source>%2 finds persistent watchers only, of the path or of one above it: they stay. It is queued for the EventThread, entries before it: %3.</source>
        <translation>%2 只找到该路径或其上级路径的持久 Watcher：它们保留。事件进入 EventThread 的队列，排在它前面的条目：%3。</translation>
    </message>
    <message>
        <source>The watchers know this state already: no second event.</source>
        <translation>Watcher 已经知道这个状态：不再生成第二个事件。</translation>
    </message>
    <message>
        <source>The call was asynchronous: its reply waits for its turn in the EventThread like any event, entries before it: %5. A synchronous call would have its answer now.</source>
        <translation>调用是异步的：它的应答像事件一样在 EventThread 中排队，排在它前面的条目：%5。同步调用此刻就会得到应答。</translation>
    </message>
    <message>
        <source>The EventThread takes the oldest entry, the reply to %3 number %2, and calls its callback with %4. It takes %5, and whatever comes meanwhile waits behind it.</source>
        <translation>EventThread 取出最旧的条目，即第 %2 号 %3 的应答，并以 %4 调用其回调。耗时 %5，其间到来的都在它后面等待。</translation>
    </message>
    <message>
        <source>No watch is behind this: the state of the connection has changed, the event has type %2, and every watcher is told, each once. The callback takes %3.</source>
        <translation>这不是监听引起的：连接的状态变了，事件的类型是 %2，每个 Watcher 都通知一次。回调耗时 %3。</translation>
    </message>
    <message>
        <source>%1 is the next in the client&apos;s list. Before it tries again it sleeps for a random time below one second, %2, so that not all come back in one wave.</source>
        <translation>客户端列表中的下一台是 %1。再次尝试之前它随机休眠不到一秒（%2），免得大家一拥而上。</translation>
    </message>
    <message>
        <source>%1 is the next in the client&apos;s list. No connection has come about so far, so it does not sleep.</source>
        <translation>客户端列表中的下一台是 %1。到目前为止还没有建立过连接，所以不休眠。</translation>
    </message>
    <message>
        <source>All %1 servers of the list have been tried since the last connection: it waits one second more, %3 in all, and begins again with %2.</source>
        <translation>自上次连接以来列表中的 %1 台服务器都试过了：它多等一秒，共 %3，然后从 %2 重新开始。</translation>
    </message>
    <message>
        <source>No answer to the ConnectRequest for %2. The session timeout divided by the %3 servers of the list is %4: the client gives up on this server.</source>
        <translation>ConnectRequest 已有 %2 没有应答。会话超时除以列表中的 %3 台服务器是 %4：客户端放弃这台服务器。</translation>
    </message>
    <message>
        <source>The state has changed, and the event has type %2: the default watcher and all others are told, and every watch stays. It is queued for the EventThread, events before it: %3.</source>
        <translation>状态变了，事件的类型是 %2：通知默认 Watcher 和其他所有 Watcher，监听都保留。事件进入 EventThread 的队列，排在它前面的事件：%3。</translation>
    </message>
    <message>
        <source>%1 says only that something has changed: it is read again, and the reading leaves the next watch.</source>
        <translation>%1 只说明有变化：于是重新读取，读取同时留下下一个监听。</translation>
    </message>
    <message>
        <source>Session %1 is over: its ephemeral znodes are gone, and nothing that the client knew is sure.</source>
        <translation>会话 %1 结束：它的临时 znode 已经消失，客户端知道的一切都不再可靠。</translation>
    </message>
    <message>
        <source>Session %1 is a new one: everything begins anew.</source>
        <translation>会话 %1 是新的：一切重新开始。</translation>
    </message>
    <message>
        <source>NONODE: there is nothing to read, and getData leaves no watch. exists leaves one that tells of the creation.</source>
        <translation>NONODE：没有可读的，而 getData 不留下监听。exists 会留下一个，在创建时通知。</translation>
    </message>
    <message>
        <source>Its ephemeral znode stands in the group: it is a member as long as session %1 lives.</source>
        <translation>它的临时 znode 已在组里：只要会话 %1 还在，它就是成员。</translation>
    </message>
    <message>
        <source>Disconnected: the others see its znode as long as session %1 lives, and it cannot know how long that is.</source>
        <translation>Disconnected：只要会话 %1 还在，别人就能看到它的 znode，而它无法知道还能持续多久。</translation>
    </message>
    <message>
        <source>The instance stands in the registry, as an ephemeral znode with its address. It vanishes with session %1.</source>
        <translation>实例已登记在注册表里，是一个带地址的临时 znode。它随会话 %1 一起消失。</translation>
    </message>
    <message>
        <source>The znode of the barrier is there: it waits until that is deleted.</source>
        <translation>屏障的 znode 还在：它等到那个 znode 被删除。</translation>
    </message>
    <message>
        <source>The znode of the barrier is not there: nobody has to wait.</source>
        <translation>屏障的 znode 不在：谁都不必等待。</translation>
    </message>
    <message>
        <source>%2 are there, %3 are needed: it waits for the znode ready.</source>
        <translation>已到 %2 个，需要 %3 个：它等待 znode ready。</translation>
    </message>
    <message>
        <source>%1 are there, and %2 are needed: it creates ready, and all may begin.</source>
        <translation>已到 %1 个，需要 %2 个：它创建 ready，大家可以开始。</translation>
    </message>
    <message>
        <source>ready is there: it goes in with all the others.</source>
        <translation>ready 已经存在：它和所有其他客户端一起进入。</translation>
    </message>
    <message>
        <source>%1 are still there. It watches the lowest of them, deletes its own znode and waits for the end.</source>
        <translation>还有 %1 个在。它监听其中最小的一个，删除自己的 znode，等待结束。</translation>
    </message>
    <message>
        <source>%1 are still there, and it is the lowest: it keeps its znode and watches the highest, until it is alone.</source>
        <translation>还有 %1 个在，而它最小：它保留自己的 znode，监听最大的一个，直到只剩自己。</translation>
    </message>
    <message>
        <source>Nobody else is there any more: it deletes its znode, and with that all leave.</source>
        <translation>没有别人了：它删除自己的 znode，于是大家都离开。</translation>
    </message>
    <message>
        <source>The element stands in the queue as number %1; its znode is persistent and outlives the client.</source>
        <translation>元素已入队，序号 %1；它的 znode 是持久的，比客户端活得久。</translation>
    </message>
    <message>
        <source>Whether the element was added is not known, and nothing in its name tells: it is offered again, and may stand there twice.</source>
        <translation>元素是否已加入不得而知，名字里也看不出来：于是再放一次，它可能出现两次。</translation>
    </message>
    <message>
        <source>No element is left. The reading of the children has left a watch; it waits for that.</source>
        <translation>没有元素了。读取子节点时留下了监听，它就等这个监听。</translation>
    </message>
    <message>
        <source>The delete of number %1 was carried out: nobody else can have taken this element. It is its element number %2.</source>
        <translation>序号 %1 的 delete 已执行：别人不可能取走这个元素。这是它取到的第 %2 个元素。</translation>
    </message>
    <message>
        <source>NONODE: another client has taken number %1. On to the next one.</source>
        <translation>NONODE：序号 %1 已被另一个客户端取走。继续看下一个。</translation>
    </message>
    <message>
        <source>Number %1 is gone, and the answer to its own delete was lost: whether it has taken the element itself nobody can tell. It counts as not taken.</source>
        <translation>序号 %1 不见了，而它自己的 delete 的应答丢了：是不是自己取走的，谁也说不清。算作没有取到。</translation>
    </message>
    <message>
        <source>No lease of this instance is known: it gets one of %1. One more client is expected to renew: %2.</source>
        <translation>没有这个实例的租约：给它一个 %1 的租约。期望续约的客户端多了一个：%2。</translation>
    </message>
    <message>
        <source>There is a lease of this instance with lastDirtyTimestamp %1; what comes has %2 and is not older, so it replaces it.</source>
        <translation>这个实例已有租约，lastDirtyTimestamp 是 %1；新来的是 %2，不更旧，所以替换它。</translation>
    </message>
    <message>
        <source>There is a lease of this instance with lastDirtyTimestamp %1, newer than %2 that comes in: the newer one stays, and only the lease begins anew.</source>
        <translation>这个实例已有租约，lastDirtyTimestamp 是 %1，比新来的 %2 更新：保留更新的那个，只是租约重新开始。</translation>
    </message>
    <message>
        <source>Renewed: now plus the duration is written down as the last update, and isExpired adds the duration again. So the lease ends in %2, twice its %1: a known bug that Eureka keeps.</source>
        <translation>已续约：最后更新时间记成了现在加上租期，而 isExpired 又加一次租期。所以租约在 %2 之后才结束，是租期 %1 的两倍：一个 Eureka 保留着的已知缺陷。</translation>
    </message>
    <message>
        <source>No lease of this instance is known: the heartbeat is answered with 404, and the client registers again.</source>
        <translation>没有这个实例的租约：心跳得到 404，客户端会重新注册。</translation>
    </message>
    <message>
        <source>The heartbeat carries lastDirtyTimestamp %2, the registry has only %1: 404, so that the newer registration is sent.</source>
        <translation>心跳带着 lastDirtyTimestamp %2，注册表里只有 %1：回答 404，好让对方发来更新的注册。</translation>
    </message>
    <message>
        <source>A peer sends a heartbeat with lastDirtyTimestamp %2, but the registry has %1: 409 Conflict, and the newer registration goes back with it.</source>
        <translation>对等节点的心跳带着 lastDirtyTimestamp %2，而注册表里是 %1：409 Conflict，并把更新的注册一起带回去。</translation>
    </message>
    <message>
        <source>The lease is taken out. One client less is expected to renew: %1.</source>
        <translation>租约被移除。期望续约的客户端少了一个：%1。</translation>
    </message>
    <message>
        <source>There is no lease to cancel: 404.</source>
        <translation>没有可以取消的租约：404。</translation>
    </message>
    <message>
        <source>A client did this here, so it is queued for all %1 peers: nobody waits for them.</source>
        <translation>这是客户端在这里做的，所以为全部 %1 个对等节点排队：没有谁等它们。</translation>
    </message>
    <message>
        <source>It came from the peer %1 (isReplication): it is not replicated onwards, or it would go round for ever.</source>
        <translation>它来自对等节点 %1（isReplication）：不再继续复制，否则会永远转圈。</translation>
    </message>
    <message>
        <source>What has gathered for %1 goes there in one batch: %2.</source>
        <translation>给 %1 攒下的内容一批发过去：%2。</translation>
    </message>
    <message>
        <source>The replication to %1 is older than a renewal interval: it is dropped. A later heartbeat repairs what was missed.</source>
        <translation>发往 %1 的复制已经比续约间隔还旧：丢弃。之后的心跳会补上遗漏。</translation>
    </message>
    <message>
        <source>%1 answered the replicated heartbeat with 404: the whole registration is sent there.</source>
        <translation>%1 对复制过去的心跳回答 404：把完整的注册信息发过去。</translation>
    </message>
    <message>
        <source>%1 has a newer registration of this instance (409): it is taken over, the last write by timestamp wins.</source>
        <translation>%1 有这个实例更新的注册（409）：采用它，按时间戳最后写入者胜出。</translation>
    </message>
    <message>
        <source>Nobody renewed it: the lease ran out %1 ago, and the eviction task takes it out. Peers are not told; their own tasks do the same.</source>
        <translation>没有谁给它续约：租约在 %1 之前到期，剔除任务把它移除。不通知对等节点；它们自己的任务也会这样做。</translation>
    </message>
    <message>
        <source>The eviction task comes %1 late: as if the process had stood still. Every lease gets that much longer.</source>
        <translation>剔除任务晚了 %1：好像进程停顿过。每个租约都延长这么久。</translation>
    </message>
    <message>
        <source>%1 renewals came in the last minute, more than %2: leases may expire again.</source>
        <translation>上一分钟有 %1 次续约，多于 %2 次：租约又可以过期了。</translation>
    </message>
    <message>
        <source>Renewals are counted and leases may expire from now on; %1 clients are expected to renew.</source>
        <translation>从现在起统计续约，租约可以过期；期望 %1 个客户端续约。</translation>
    </message>
    <message>
        <source>%1 does not answer: the next peer is asked.</source>
        <translation>%1 没有应答：去问下一个对等节点。</translation>
    </message>
    <message>
        <source>No server could be reached: the client keeps its cache, %1 old, and goes on answering from it.</source>
        <translation>一台服务器也够不着：客户端保留 %1 之前的缓存，继续由它作答。</translation>
    </message>
    <message>
        <source>%1 did not answer: it is quarantined, and the request goes to another server. Attempts so far: %2.</source>
        <translation>%1 没有应答：把它隔离，请求转到另一台服务器。已尝试次数：%2。</translation>
    </message>
    <message>
        <source>%1 attempts failed: the request is given up until its time comes again.</source>
        <translation>%1 次尝试都失败了：放弃这次请求，到点再来。</translation>
    </message>
    <message>
        <source>The heartbeat was answered with 404: the client registers again, with a new lastDirtyTimestamp.</source>
        <translation>心跳得到 404：客户端重新注册，带着新的 lastDirtyTimestamp。</translation>
    </message>
    <message>
        <source>ZooKeeper: the client has no connection, so the lookup is refused.</source>
        <translation>ZooKeeper：客户端没有连接，查找被拒绝。</translation>
    </message>
    <message>
        <source>ZooKeeper: the connection was lost before the answer came: the lookup is refused.</source>
        <translation>ZooKeeper：应答到来之前连接断了：查找被拒绝。</translation>
    </message>
    <message>
        <source>Nothing came within %2: the lookup is refused.</source>
        <translation>%2 之内什么也没有来：查找被拒绝。</translation>
    </message>
    <message>
        <source>Eureka: this client has never reached a server, so there is nothing to answer from: the lookup is refused.</source>
        <translation>Eureka：这个客户端从没够到过服务器，没有东西可以作答：查找被拒绝。</translation>
    </message>
    <message>
        <source>The instance was called, and it answered.</source>
        <translation>调用了这个实例，它作了应答。</translation>
    </message>
    <message>
        <source>Nobody listens at this address any more: the next instance is tried.</source>
        <translation>这个地址已经没有谁在监听：试下一个实例。</translation>
    </message>
    <message>
        <source>The instance did not answer within %3, nobody knows why: the next one is tried.</source>
        <translation>这个实例在 %3 之内没有应答，谁也不知道为什么：试下一个。</translation>
    </message>
    <message>
        <source>The leader looks at its containers: this one has no child and has had %1 (its cversion, above 0). The leader asks itself to delete it, by a transaction of no session.</source>
        <translation>leader 检查容器节点：这个容器没有子节点，而以前有过 %1 个（它的 cversion 大于 0）。leader 向自己请求删除它，所用的事务不属于任何会话。</translation>
    </message>
    <message>
        <source>The leader looks at its containers: this one has no child, but has never had one (cversion %1). It stays, or it might vanish before its first child comes.</source>
        <translation>leader 检查容器节点：这个容器没有子节点，但从来也没有过（cversion 为 %1）。它保留下来，否则可能在第一个子节点到来之前就消失了。</translation>
    </message>
    <message>
        <source>The SendThread of session %1 ends and queues a last event, Closed. The EventThread had nothing left to do after the state before it and has ended: nobody is told. Only behind a callback that still runs would the event find somebody.</source>
        <translation>会话 %1 的 SendThread 结束，并把最后一个事件 Closed 放进队列。EventThread 处理完前一个状态后已无事可做，已经结束：没有人得到通知。只有当某个回调还在运行时，这个事件才会找到接收者。</translation>
    </message>
    <message>
        <source>The znodes above do not exist yet. They are made from the top, as persistent ones that stay.</source>
        <translation>上层的 znode 还不存在。从最上面开始逐级创建，都是持久节点，会一直留着。</translation>
    </message>
    <message>
        <source>NONODE: the znodes above are not there, not yet or not any more. Those that are missing are made from the top, as containers: the leader deletes such a one when its last child has gone.</source>
        <translation>NONODE：上层的 znode 不在，可能还没有创建，也可能已经被删除。缺少的从上到下创建为容器节点：最后一个子节点消失后，leader 会把容器删掉。</translation>
    </message>
    <message>
        <source>Two znodes carry the uuid of this create: the first create was carried out after all, later than the search for it. Number %2 keeps its place, and its twin number %3 is deleted, or it would stand in everybody&apos;s way as long as session %1 lives.</source>
        <translation>有两个 znode 带着这次 create 的 uuid：第一次 create 终究还是执行了，只是晚于对它的查找。%2 号保留位置，它的孪生节点 %3 号被删除，否则只要会话 %1 还在，它就会挡住所有人。</translation>
    </message>
    <message>
        <source>It takes no part there, or has ended it before: there is nothing to give back, and nothing happens. Curator throws IllegalMonitorStateException here, kazoo returns False.</source>
        <translation>它没有参与这里，或者早已结束：没有什么可以归还，什么也不会发生。Curator 在这里抛出 IllegalMonitorStateException，kazoo 返回 False。</translation>
    </message>
    <message>
        <source>Number %3 carries the uuid of this create, and kazoo takes it for its own without a look at whose session made it. That was %2, and now the session is %1: the znode goes when %2 ends, and nobody will tell this client.</source>
        <translation>%3 号带着这次 create 的 uuid，kazoo 不看它是哪个会话创建的就当作自己的。创建它的是 %2，而现在的会话是 %1：%2 一结束，这个 znode 就会消失，而且没有人会告诉这个客户端。</translation>
    </message>
    <message>
        <source>Disconnected: it goes on with what it knew last. It may have changed. Instances: %2.</source>
        <translation>Disconnected：它继续使用最后知道的 %2 个实例。它们可能已经变了。</translation>
    </message>
    <message>
        <source>Expired leases: %1. Of instances, now %3, at most %2 may go in one run (1 - renewalPercentThreshold): those are picked at random.</source>
        <translation>%1 个租约已过期，但 %3 个实例中一次最多剔除 %2 个（1 - renewalPercentThreshold）：随机挑选。</translation>
    </message>
    <message>
        <source>Renewals in the last minute: %1. More than %2 are needed: self-preservation. Better old instances than none: nothing is evicted.</source>
        <translation>上一分钟有 %1 次续约，需要多于 %2 次：自我保护。宁要旧实例也不要没有：什么都不剔除。</translation>
    </message>
    <message>
        <source>Registered instances: %1. So many clients are expected to renew from now on, with more than %2 renewals a minute.</source>
        <translation>已注册 %1 个实例：从现在起期望这么多客户端续约，每分钟要多于 %2 次续约。</translation>
    </message>
    <message>
        <source>Instances left: %1 of %2 expected, too few to believe it: the threshold stays.</source>
        <translation>期望 %2 个，只剩 %1 个实例，少得不可信：阈值保持不变。</translation>
    </message>
    <message>
        <source>A starting server copies the registry of its peer %1. Instances: %2.</source>
        <translation>启动中的服务器复制对等节点的注册表：从 %1 得到 %2 个实例。</translation>
    </message>
    <message>
        <source>The readOnlyCacheMap knows nothing yet: the answer is made from the registry. Instances: %1.</source>
        <translation>readOnlyCacheMap 还什么都没有：直接从注册表生成答案，%1 个实例。</translation>
    </message>
    <message>
        <source>The answer is read from the readOnlyCacheMap, as it was %2 ago. Instances: %1. Writes since then only invalidate the readWriteCacheMap behind it.</source>
        <translation>答案从 readOnlyCacheMap 读出：%1 个实例，是 %2 之前的样子。此后的写入只让它背后的 readWriteCacheMap 失效。</translation>
    </message>
    <message>
        <source>The readOnlyCacheMap takes over what the registry holds now. Instances: %1.</source>
        <translation>readOnlyCacheMap 采用注册表现在的内容：%1 个实例。</translation>
    </message>
    <message>
        <source>The client keeps the whole registry in a cache of its own, %2 old when it was sent. Instances: %1. Until the next fetch it answers from it.</source>
        <translation>客户端把整个注册表放进自己的缓存：%1 个实例，发来时已经是 %2 之前的。下次拉取之前都由它作答。</translation>
    </message>
    <message>
        <source>ZooKeeper: the children of the path and the data of each were read at the server that the session is connected to, in %3. Instances: %2.</source>
        <translation>ZooKeeper：在会话所连的服务器上读了该路径的子节点和各自的数据：%3 后得到 %2 个实例。</translation>
    </message>
    <message>
        <source>ZooKeeper, by the list that the client follows with watches: answered at once, as it knew it last. Instances: %2.</source>
        <translation>ZooKeeper，来自客户端用监听跟踪的列表：立即回答，%2 个实例，是它最后知道的内容。</translation>
    </message>
    <message>
        <source>Eureka: answered at once from the client&apos;s own cache, as it was %3 ago. Instances: %2. No packet is sent.</source>
        <translation>Eureka：立即由客户端自己的缓存作答，%2 个实例，是 %3 之前的样子。不发任何包。</translation>
    </message>
    <message>
        <source>The truth, which no registry knows: the answer named just those instances that live and can be reached from here. Instances: %2.</source>
        <translation>真相（没有哪个注册中心知道）：%2 个实例活着且从这里够得着，给出的正好是它们。</translation>
    </message>
    <message>
        <source>The truth, which no registry knows. Named though gone or out of reach from here: %3, missing: %4. The oldest of these mistakes is %2 old.</source>
        <translation>真相（没有哪个注册中心知道）：给出的实例中有 %3 个已消失或从这里够不着，还缺 %4 个。其中最老的错误已有 %2。</translation>
    </message>
    <message>
        <source>A znode of that name is there already, and belongs to session %2. It puts its own data into it and goes on; it is deleted with that session, and made again then.</source>
        <translation>已经有一个同名的 znode，属于会话 %2。它把自己的数据写进去，然后继续；这个 znode 会随那个会话一起被删除，那时再重新创建。</translation>
    </message>
    <message>
        <source>No element is left. kazoo&apos;s Queue does not wait: get returns None; elements taken before that: %1.</source>
        <translation>没有剩下的元素。kazoo 的 Queue 不等待：get 返回 None；在此之前取走的元素数：%1。</translation>
    </message>
    <message>
        <source>Token %1 is the first that the resource sees: the write is accepted.</source>
        <translation>令牌 %1 是资源见到的第一个：接受写入。</translation>
    </message>
    <message>
        <source>An earlier write or sync of this session is not done yet: the read waits behind it.</source>
        <translation>这个会话之前的写或 sync 还没有完成：读请求排在它后面等待。</translation>
    </message>
    <message>
        <source>%1 did not answer. What it was to be told is tried again in %3, until it is too old; tasks: %2.</source>
        <translation>%1 没有应答。要告诉它的内容会在 %3 后重试，直到过时为止；任务数：%2。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 of %2 voters are no majority, but half is enough here.</source>
        <translation>此规则已关闭：%2 个投票者中的 %1 个不到多数，但这里半数就够了。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 wins over %2 by its larger id alone. Epoch %3 and zxid %4 against epoch %5 and zxid %6 are not looked at.</source>
        <translation>此规则已关闭：%1 只凭较大的 id 胜过 %2。epoch %3、zxid %4 与 epoch %5、zxid %6 都不比较。</translation>
    </message>
    <message>
        <source>The rule is switched off: the vote is of round %1, older than its own round %2, and counts all the same.</source>
        <translation>此规则已关闭：这张选票属于第 %1 轮，比自己的第 %2 轮旧，却照样计入。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 is acknowledged before it is on disk.</source>
        <translation>此规则已关闭：%1 还没落盘就确认了。</translation>
    </message>
    <message>
        <source>The rule is switched off: epoch %1 that it promised and epoch %2 that it followed were never on disk. It takes the epoch of its last zxid for both: %3.</source>
        <translation>此规则已关闭：它承诺过的 epoch %1 和跟随过的 epoch %2 从未落盘。两者都按最后一个 zxid 的 epoch 推算：%3。</translation>
    </message>
    <message>
        <source>The rule is switched off: the learner is at %1, the leader at %2, and nothing is sent or cut. It will serve with what it has.</source>
        <translation>此规则已关闭：learner 在 %1，leader 在 %2，却什么也不发送、什么也不截掉。它将带着现有的历史提供服务。</translation>
    </message>
    <message>
        <source>The rule is switched off: the learner&apos;s %1 should be cut back to %2, but it keeps what it has.</source>
        <translation>此规则已关闭：learner 的 %1 本该截回到 %2，但它保留了现有的内容。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 has a quorum and is committed, although the older %2 is still outstanding.</source>
        <translation>此规则已关闭：%1 已得到法定人数的确认并被提交，尽管更早的 %2 还没有提交。</translation>
    </message>
    <message>
        <source>The rule is switched off: packet %1 arrives before packet %2, which was sent earlier on the same connection.</source>
        <translation>此规则已关闭：数据包 %1 比同一条连接上更早发出的数据包 %2 先到。</translation>
    </message>
    <message>
        <source>The rule is switched off: %2 is still synchronizing, so proposal %1 is not sent to it.</source>
        <translation>此规则已关闭：%2 还在同步，所以提议 %1 不发给它。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 of %2 needed have acknowledged NEWLEADER, but epoch %3 is established and the leader serves.</source>
        <translation>此规则已关闭：确认 NEWLEADER 的只有 %1 个，需要 %2 个，但 epoch %3 已经确立，leader 开始服务。</translation>
    </message>
    <message>
        <source>The rule is switched off: only %1 voters are synchronized, %2 are needed, and it goes on leading.</source>
        <translation>此规则已关闭：同步的投票者只有 %1 个，需要 %2 个，它却继续担任 leader。</translation>
    </message>
    <message>
        <source>The rule is switched off: the client has seen %1, the server has applied only %2, and takes it nevertheless.</source>
        <translation>此规则已关闭：客户端已看到 %1，服务器只应用到 %2，却仍然接受它。</translation>
    </message>
    <message>
        <source>The rule is switched off: this server alone has heard nothing of session %1 for its timeout, and ends it without a transaction.</source>
        <translation>此规则已关闭：只是这台服务器在超时时间内没有收到会话 %1 的消息，它没有经过事务就结束了这个会话。</translation>
    </message>
    <message>
        <source>The rule is switched off: %1 is on its own disk and is applied, before anybody has committed it.</source>
        <translation>此规则已关闭：%1 只是在自己的磁盘上，还没有任何人提交，就被应用了。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1154: %1 lies within the leader&apos;s committed log, so it is a DIFF up to %2. Nobody asks whether the leader has %1; it has not, and the learner keeps it.</source>
        <translation>ZOOKEEPER-1154：%1 落在 leader 的已提交日志范围之内，于是发送直到 %2 的 DIFF。没有人问 leader 有没有 %1；它没有，而 learner 保留了 %1。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2355: DIFF announces everything up to %1, and the learner takes that for its last zxid at once; what it has ends at %2.</source>
        <translation>ZOOKEEPER-2355：DIFF 预告了直到 %1 的内容，learner 立刻把它当作自己最后的 zxid；而它实际拥有的只到 %2。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-2845: the log ends at %1, the tree in memory at %2. The tree is kept as it is, and the vote will say %2.</source>
        <translation>ZOOKEEPER-2845：事务日志到 %1 为止，内存中的树到 %2 为止。树原样保留，投票时报的将是 %2。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3911: epoch %2 is written and NEWLEADER acknowledged, but the transactions that came before it (%1) are only in memory; the log gets them after UPTODATE.</source>
        <translation>ZOOKEEPER-3911：epoch %2 已写盘，NEWLEADER 也已确认，但在它之前到来的事务（%1 个）只在内存中；UPTODATE 之后才写入日志。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4646, ZOOKEEPER-4785: epoch %2 is written and NEWLEADER acknowledged without waiting for the thread that writes the transactions (%1) to the log.</source>
        <translation>ZOOKEEPER-4646、ZOOKEEPER-4785：epoch %2 已写盘，NEWLEADER 也已确认，却没有等待把事务（%1 个）写入日志的线程。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4643: epoch %2 is written first; the transactions that belong to it (%1) are not on disk yet.</source>
        <translation>ZOOKEEPER-4643：先写 epoch %2；属于它的事务（%1 个）还没有落盘。</translation>
    </message>
    <message>
        <source>Epoch %2 was written before; now the transactions (%1) are on disk too, and NEWLEADER is acknowledged.</source>
        <translation>epoch %2 早已写盘；现在事务（%1 个）也已落盘，于是确认 NEWLEADER。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-4685: %1 is on disk and acknowledged at once, before NEWLEADER; the leader will take this ACK for that of %2.</source>
        <translation>ZOOKEEPER-4685：%1 已落盘并立即确认，早于 NEWLEADER；leader 会把这个 ACK 当成对 %2 的确认。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3023: the server serves, but what was committed before (%1 transactions) is applied by another thread later; its tree ends at %2.</source>
        <translation>ZOOKEEPER-3023：服务器已开始服务，但此前提交的事务（%1 个）要由另一个线程稍后才应用；它的树只到 %2。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1277: behind %1 comes %2: the counter has run over into the epoch, and nobody was elected for that.</source>
        <translation>ZOOKEEPER-1277：%1 之后是 %2：计数器溢出到了 epoch 里，而这个 epoch 并没有选出过任何人。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-1277: a quorum has acknowledged %1. A zxid with counter 0 is taken for NEWLEADER, which is never committed: nobody applies it, and the client waits for ever.</source>
        <translation>ZOOKEEPER-1277：法定人数已确认 %1。计数器为 0 的 zxid 被当成 NEWLEADER，而它从不提交：没有人应用这个事务，客户端永远等待。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3104: NEWLEADER is queued behind what was committed up to %1, and the snapshot that must come before all this is not read yet.</source>
        <translation>ZOOKEEPER-3104：NEWLEADER 已排在直到 %1 的已提交事务之后，而必须走在这一切前面的快照还没有读取。</translation>
    </message>
    <message>
        <source>ZOOKEEPER-3104: the snapshot is read now, at %1, and sent before %2 packets that are older than it.</source>
        <translation>ZOOKEEPER-3104：快照现在才读取，到 %1 为止，并抢在 %2 个比它更旧的数据包之前发出。</translation>
    </message>
    <message>
        <source>What it watched has changed while the client of session %1 was away: it is told at once, and the watch is not set again (%2).</source>
        <translation>会话 %1 的客户端离开期间，它所监听的内容变了：立即通知它，监听不再重新设置（%2）。</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>A quorum is more than half of the voters.</source>
        <translation>超过半数的投票者才构成法定人数。</translation>
    </message>
    <message>
        <source>Half of the voters is enough.</source>
        <translation>半数投票者就算法定人数。</translation>
    </message>
    <message>
        <source>A vote compares the epoch before the zxid before the id.</source>
        <translation>比较选票时，先比 epoch，再比 zxid，最后比 id。</translation>
    </message>
    <message>
        <source>The larger id wins, whatever its history.</source>
        <translation>id 较大者获胜，不管它的历史如何。</translation>
    </message>
    <message>
        <source>Votes of an older round are ignored.</source>
        <translation>较旧轮次的选票会被忽略。</translation>
    </message>
    <message>
        <source>A vote counts whatever its round.</source>
        <translation>不论轮次，选票都计入。</translation>
    </message>
    <message>
        <source>A proposal is on disk before it is acknowledged.</source>
        <translation>提议先落盘，再确认。</translation>
    </message>
    <message>
        <source>A proposal is acknowledged at once, and written later.</source>
        <translation>提议立即确认，之后才写盘。</translation>
    </message>
    <message>
        <source>A new epoch is larger than any that was promised, and the promise is on disk.</source>
        <translation>新 epoch 大于任何已承诺过的 epoch，且承诺已经落盘。</translation>
    </message>
    <message>
        <source>A new leader synchronizes its followers before they serve.</source>
        <translation>新 leader 先让 follower 同步，follower 才提供服务。</translation>
    </message>
    <message>
        <source>What the leader does not have is cut off from the follower&apos;s log.</source>
        <translation>leader 没有的事务，会从 follower 的日志中截掉。</translation>
    </message>
    <message>
        <source>The follower keeps what the leader does not have.</source>
        <translation>follower 保留 leader 没有的事务。</translation>
    </message>
    <message>
        <source>The leader commits in the order of zxids.</source>
        <translation>leader 按 zxid 的顺序提交。</translation>
    </message>
    <message>
        <source>The leader commits whatever has a quorum of acknowledgements first.</source>
        <translation>哪个提议先得到法定人数的确认，leader 就先提交哪个。</translation>
    </message>
    <message>
        <source>A connection delivers packets in the order in which they were sent.</source>
        <translation>一条连接按发送的顺序送达数据包。</translation>
    </message>
    <message>
        <source>A packet may overtake another one on the same connection.</source>
        <translation>同一条连接上，后发的数据包可能先到。</translation>
    </message>
    <message>
        <source>Proposals go to everyone who is synchronizing.</source>
        <translation>提议也发给所有正在同步的服务器。</translation>
    </message>
    <message>
        <source>Proposals go only to those who have finished synchronizing.</source>
        <translation>提议只发给已经同步完的服务器。</translation>
    </message>
    <message>
        <source>UPTODATE waits for a quorum that has acknowledged NEWLEADER.</source>
        <translation>等法定人数确认 NEWLEADER 之后，才发 UPTODATE。</translation>
    </message>
    <message>
        <source>A leader without a quorum steps down.</source>
        <translation>失去法定人数的 leader 会退位。</translation>
    </message>
    <message>
        <source>A leader that nobody follows goes on leading.</source>
        <translation>没有人跟随的 leader 继续领导。</translation>
    </message>
    <message>
        <source>A client that is ahead of the server is refused.</source>
        <translation>比服务器更新的客户端会被拒绝。</translation>
    </message>
    <message>
        <source>A server takes every client, even one that has seen more.</source>
        <translation>服务器接受任何客户端，哪怕它见过更新的状态。</translation>
    </message>
    <message>
        <source>Only the leader ends a session, by a transaction.</source>
        <translation>只有 leader 能结束会话，而且要通过事务。</translation>
    </message>
    <message>
        <source>A follower ends the sessions of its own clients by itself.</source>
        <translation>follower 自行结束自己客户端的会话。</translation>
    </message>
    <message>
        <source>A follower applies a transaction when COMMIT comes, not before.</source>
        <translation>follower 收到 COMMIT 才应用事务，不会提前。</translation>
    </message>
    <message>
        <source>A follower applies a transaction as soon as it has logged it.</source>
        <translation>follower 一写完日志就应用事务。</translation>
    </message>
    <message>
        <source>Epochs are kept in memory only; after a restart they are taken from the last zxid.</source>
        <translation>epoch 只保存在内存里；重启后按最后一个 zxid 推算。</translation>
    </message>
    <message>
        <source>The leader sends nothing: a follower serves with the history that it has.</source>
        <translation>leader 什么也不发：follower 带着自己现有的历史就提供服务。</translation>
    </message>
    <message>
        <source>The leader serves as soon as a quorum has acknowledged its epoch.</source>
        <translation>法定人数一确认新 epoch，leader 就开始服务。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Decision of %1</source>
        <translation>%1 的判定</translation>
    </message>
    <message>
        <source>log empty</source>
        <translation>日志为空</translation>
    </message>
    <message>
        <source>transaction %1 in the log of %2</source>
        <translation>%2 事务日志中的事务 %1</translation>
    </message>
    <message>
        <source>proposal %1</source>
        <translation>提议 %1</translation>
    </message>
    <message>
        <source>%1 of %2 acknowledgements needed</source>
        <translation>已有 %1 个确认，需要 %2 个</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>ack of %1 for %2</source>
        <translation>%1 对 %2 的确认</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计数</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>outstanding proposals of %1</source>
        <translation>%1 的待提交提议</translation>
    </message>
    <message>
        <source>Outstanding proposals</source>
        <translation>待提交提议</translation>
    </message>
    <message>
        <source>+%1 younger</source>
        <translation>另有 %1 个更新的</translation>
    </message>
    <message>
        <source>vote of %1 heard by %2</source>
        <translation>%2 收到的 %1 的选票</translation>
    </message>
    <message>
        <source>for %1 with zxid %2</source>
        <translation>投给 %1，zxid %2</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>%1 of %2 · needs %3</source>
        <translation>%1/%2 票 · 需 %3</translation>
    </message>
    <message>
        <source>%1 of %2 · leads in %3</source>
        <translation>%1/%2 票 · %3 后领导</translation>
    </message>
    <message>
        <source>%1 of %2 · follows in %3</source>
        <translation>%1/%2 票 · %3 后跟随</translation>
    </message>
    <message>
        <source>%1/%2 ✓</source>
        <translation>%1/%2 ✓</translation>
    </message>
    <message>
        <source>tally of %1 for %2</source>
        <translation>%1 统计 %2 的票数</translation>
    </message>
    <message>
        <source>%1 of %2 votes, needs %3</source>
        <translation>%2 票中得 %1 票，需 %3 票</translation>
    </message>
    <message>
        <source>; it has a quorum and waits 200 ms for something better</source>
        <translation>；已过半，再等 200 ms，看有没有更好的选票</translation>
    </message>
    <message>
        <source>vote of %1</source>
        <translation>%1 的选票</translation>
    </message>
    <message>
        <source>for %1 with zxid %2 of epoch %3, round %4</source>
        <translation>投给 %1，zxid %2，epoch %3，第 %4 轮</translation>
    </message>
    <message>
        <source>my vote</source>
        <translation>我投</translation>
    </message>
    <message>
        <source>%1 · epoch %2</source>
        <translation>%1 · epoch %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>NEWLEADER ack</source>
        <translation>NEWLEADER</translation>
    </message>
    <message>
        <source>forwarding to</source>
        <translation>转发给</translation>
    </message>
    <message>
        <source>disk keeps</source>
        <translation>磁盘留存</translation>
    </message>
    <message>
        <source>on disk %1</source>
        <translation>已落盘 %1</translation>
    </message>
    <message>
        <source>committed %1</source>
        <translation>已提交 %1</translation>
    </message>
    <message>
        <source>zxid %1</source>
        <translation>zxid %1</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>serves clients</source>
        <translation>对外服务</translation>
    </message>
    <message>
        <source>not serving yet</source>
        <translation>尚未服务</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>跟随 %1</translation>
    </message>
    <message>
        <source>→ %1  %2</source>
        <translation>→ %1  %2</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>服务器 %1</translation>
    </message>
    <message>
        <source>Client %1</source>
        <translation>客户端 %1</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>链路 %1 – %2</translation>
    </message>
    <message>
        <source>loses %1 %</source>
        <translation>丢包 %1%</translation>
    </message>
    <message numerus="yes">
        <source>%n more packets wait in this queue</source>
        <translation>
            <numerusform>此队列中还有 %n 个数据包在等待</numerusform>
        </translation>
    </message>
    <message>
        <source> Place %1 of %2 in the queue.</source>
        <translation>队列中第 %1 个，共 %2 个。</translation>
    </message>
    <message>
        <source>stale %1</source>
        <translation>旧 %1</translation>
    </message>
    <message>
        <source>req</source>
        <comment>short for request</comment>
        <translation>请求</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>no quorum: %1 of the %2 needed are up</source>
        <translation>不足过半：需要 %2 台，只有 %1 台在运行</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>epoch %1</translation>
    </message>
    <message>
        <source>rounds %1 to %2</source>
        <translation>第 %1 至 %2 轮</translation>
    </message>
    <message>
        <source>quorum %1 of %2</source>
        <translation>过半 %1/%2</translation>
    </message>
    <message>
        <source>leader %1</source>
        <translation>leader %1</translation>
    </message>
    <message>
        <source>no leader</source>
        <translation>无 leader</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation>已停机</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>拒绝启动</translation>
    </message>
    <message>
        <source>EXITED</source>
        <translation>进程退出</translation>
    </message>
    <message>
        <source>accepted %1 · current %2</source>
        <translation>accepted %1 · current %2</translation>
    </message>
    <message>
        <source>nothing logged</source>
        <translation>没有日志</translation>
    </message>
    <message>
        <source>waits for the disk</source>
        <translation>等待写盘</translation>
    </message>
    <message>
        <source>appended, not yet synced</source>
        <translation>已写入，未落盘</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>已落盘</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>vote %1</source>
        <translation>投 %1</translation>
    </message>
    <message>
        <source>%1 · stale round %2</source>
        <translation>%1 · 旧轮次 %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>close</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>接入</translation>
    </message>
    <message>
        <source>welcome</source>
        <translation>已接入</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>v %1</source>
        <comment>short for vote</comment>
        <translation>投 %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1，%2 发给 %3</translation>
    </message>
    <message>
        <source>The link is cut: it waits.</source>
        <translation>链路已切断：它在等待。</translation>
    </message>
    <message>
        <source>In the queue; leaves in %1.</source>
        <translation>在队列中，%1 后发出。</translation>
    </message>
    <message>
        <source>On its way; arrives in %1.</source>
        <translation>在途中，%1 后到达。</translation>
    </message>
    <message>
        <source>Vote for %1 of round %2.</source>
        <translation>第 %2 轮投给 %1 的选票。</translation>
    </message>
    <message>
        <source>The receiver is in a newer round: it will not count.</source>
        <translation>接收方在更新的轮次：这张选票不会计票。</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>observer</translation>
    </message>
    <message>
        <source>votes for %1</source>
        <translation>投给 %1</translation>
    </message>
    <message>
        <source>%1 votes, needs %2</source>
        <translation>%1 票，需 %2 票</translation>
    </message>
    <message>
        <source>the disk keeps %1</source>
        <translation>磁盘留存 %1</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>cut from %1 to %2</source>
        <translation>%1 到 %2 已切断</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>slow, %1</source>
        <translation>慢，%1</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已死</translation>
    </message>
    <message>
        <source>session expired</source>
        <translation>会话已过期</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>已连接 %1</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>has seen %1</source>
        <translation>见过 %1</translation>
    </message>
    <message>
        <source>jitter %1</source>
        <translation>抖动 %1</translation>
    </message>
    <message>
        <source>duplicates %1 %</source>
        <translation>重复 %1 %</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>exist</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>child</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>persistent</source>
        <translation>持久</translation>
    </message>
    <message>
        <source>recursive</source>
        <translation>递归</translation>
    </message>
    <message>
        <source>client registers</source>
        <translation>客户端注册</translation>
    </message>
    <message>
        <source>server triggers</source>
        <translation>服务器触发</translation>
    </message>
    <message>
        <source>client calls back</source>
        <translation>客户端回调</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>还不存在</translation>
    </message>
    <message>
        <source>DEAD</source>
        <translation>已死亡</translation>
    </message>
    <message>
        <source>Client %1, opened</source>
        <translation>客户端 %1（已打开）</translation>
    </message>
    <message>
        <source>Close the card of %1</source>
        <translation>关闭 %1 的卡片</translation>
    </message>
    <message>
        <source>frozen: %1 packets in its socket, %2 calls for later</source>
        <translation>冻结：套接字中 %1 个数据包，稍后的调用 %2 个</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>call xid %1 of %2: %3</source>
        <translation>%2 的调用 xid %1：%3</translation>
    </message>
    <message>
        <source>written, waits for its reply</source>
        <translation>已写出，等待应答</translation>
    </message>
    <message>
        <source>not yet written</source>
        <translation>还未写出</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>event %1 %2 waits at %3</source>
        <translation>事件 %1 %2 在 %3 等待</translation>
    </message>
    <message>
        <source>%1 in the queue of the EventThread</source>
        <translation>在 EventThread 队列中排第 %1</translation>
    </message>
    <message>
        <source>no callback runs</source>
        <translation>没有回调在执行</translation>
    </message>
    <message>
        <source>callback of %1: %2</source>
        <translation>%1 的回调：%2</translation>
    </message>
    <message>
        <source>runs until %1; what comes meanwhile waits</source>
        <translation>执行到 %1；其间到来的都要等待</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>%1 watch of %2 on %3</source>
        <translation>%2 对 %3 的%1监听</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>已用掉</translation>
    </message>
    <message>
        <source>step %1 of 3, %2: %3 watch on %4</source>
        <translation>第 %1 步（共 3 步），%2：对 %4 的%3监听</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>在路上</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>%1, and the default watcher</source>
        <translation>%1 个，另有默认 Watcher</translation>
    </message>
    <message>
        <source>none asked for yet</source>
        <translation>还没有注册</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待应答</translation>
    </message>
    <message>
        <source>a callback takes %1</source>
        <translation>一次回调需要 %1</translation>
    </message>
    <message>
        <source>callbacks take no time</source>
        <translation>回调不占时间</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>, for its watchers %1</source>
        <translation>，交给 Watcher：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an event, the watcher that is called</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4</source>
        <comment>an event, the watcher that is called</comment>
        <translation>%1：%2，第 %3/%4 个</translation>
    </message>
    <message>
        <source>sleeps %1, then tries %2</source>
        <translation>休眠 %1，然后试 %2</translation>
    </message>
    <message>
        <source>%1, number %2 of %3 in the list of %4</source>
        <translation>%1，在 %4 的服务器列表中排第 %2（共 %3）</translation>
    </message>
    <message>
        <source>asked for a connection</source>
        <translation>正在请求连接</translation>
    </message>
    <message>
        <source>tried at %1, after the sleep</source>
        <translation>休眠之后，于 %1 尝试</translation>
    </message>
    <message>
        <source>the next one if the connection is lost</source>
        <translation>连接丢失时的下一个</translation>
    </message>
    <message>
        <source>waits for its turn in the list</source>
        <translation>在列表中等待轮到它</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>auth</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>has not said who it is</source>
        <translation>还没有说明自己是谁</translation>
    </message>
    <message>
        <source>%1 says that it is %2</source>
        <translation>%1 声明自己是 %2</translation>
    </message>
    <message>
        <source>said again on every new connection, with xid -4, before anything else</source>
        <translation>每次新连接都以 xid -4 重新说明，先于其他一切</translation>
    </message>
    <message>
        <source>default watcher</source>
        <translation>默认 Watcher</translation>
    </message>
    <message numerus="yes">
        <source>%n watchers</source>
        <translation>
            <numerusform>%n 个 Watcher</numerusform>
        </translation>
    </message>
    <message>
        <source>stands; watchers: %1</source>
        <translation>有效；Watcher：%1</translation>
    </message>
    <message>
        <source>default</source>
        <comment>watcher</comment>
        <translation>默认</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>%1 (%2 not shown), and the default watcher</source>
        <translation>%1 个（%2 个未显示），另有默认 Watcher</translation>
    </message>
    <message>
        <source>stands beside %1 and is cut off with it</source>
        <translation>在 %1 旁边，随它一起被切断</translation>
    </message>
    <message>
        <source>its session has expired</source>
        <translation>它的会话已过期</translation>
    </message>
    <message>
        <source>replies so far: %1</source>
        <translation>已收到应答：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more clients at %1</source>
        <translation>
            <numerusform>%1 处还有 %n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>no session</source>
        <translation>没有会话</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 · self-preservation</source>
        <translation>%1 · 自我保护</translation>
    </message>
    <message>
        <source>self-preservation: %1</source>
        <comment>so many leases</comment>
        <translation>自我保护：%1</translation>
    </message>
    <message>
        <source>Eureka at %1</source>
        <translation>%1 处的 Eureka</translation>
    </message>
    <message>
        <source>replies it waits for: %1</source>
        <translation>等待的应答数：%1</translation>
    </message>
    <message>
        <source>%1 Without it: %2</source>
        <translation>%1没有它时：%2</translation>
    </message>
    <message>
        <source>violated: %1</source>
        <translation>已违反：%1</translation>
    </message>
    <message>
        <source>Property %1</source>
        <translation>性质 %1</translation>
    </message>
    <message>
        <source>violated since event %1</source>
        <translation>自事件 %1 起被违反</translation>
    </message>
    <message>
        <source>Broken seal, %1</source>
        <translation>破损的封印，%1</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>none: no proposal is waiting</source>
        <translation>无：没有提议在等待</translation>
    </message>
</context>
<context>
    <name>zab</name>
    <message>
        <source>zab plays ZabLab scenarios without a window.

  zab run FILE [--trace OUT] [--digest] [--seed N] [--quiet]
      plays a .lab file and narrates it (FILE &apos;-&apos;: standard input)
      --trace OUT   writes one JSON object per event to OUT (&apos;-&apos;: standard output)
      --digest      prints the digest of the run: same document, same digest
      --seed N      plays it with another seed
      --quiet       no narration
  zab bench engine [--seconds S]
      measures the engine and prints JSON
  zab --help, zab --version

Exit code: 0 every expectation holds, 1 one fails, 2 bad input.
The language of .lab files is described in resources/LANGUAGE.md.
</source>
        <translation>zab 不开窗口播放 ZabLab 场景。

  zab run FILE [--trace OUT] [--digest] [--seed N] [--quiet]
      播放一个 .lab 文件并讲解（FILE 为“-”：标准输入）
      --trace OUT   把每个事件写成一个 JSON 对象，存入 OUT（“-”：标准输出）
      --digest      输出运行的摘要：同样的文档，同样的摘要
      --seed N      换一个种子播放
      --quiet       不输出讲解
  zab bench engine [--seconds S]
      测量引擎速度，输出 JSON
  zab --help, zab --version

退出码：0 表示预期全部成立，1 表示有预期不成立，2 表示输入有误。
.lab 文件的语言见 resources/LANGUAGE.md。
</translation>
    </message>
    <message>
        <source>Only the engine can be measured: zab bench engine.</source>
        <translation>只能测量引擎：zab bench engine。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a command of zab; &apos;zab --help&apos; lists them.</source>
        <translation>zab 没有“%1”这个命令；“zab --help”列出全部命令。</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>选项 %1 需要一个值。</translation>
    </message>
    <message>
        <source>The option &apos;%1&apos; is not known; &apos;zab --help&apos; lists them.</source>
        <translation>未知选项“%1”；“zab --help”列出全部选项。</translation>
    </message>
    <message>
        <source>The seed must be a number below 2 to the power of 64, not &apos;%1&apos;.</source>
        <translation>种子应为小于 2 的 64 次方的数，而不是“%1”。</translation>
    </message>
    <message>
        <source>zab plays one file at a time, and &apos;%1&apos; would be the second.</source>
        <translation>zab 一次只播放一个文件，而“%1”是第二个。</translation>
    </message>
    <message>
        <source>Which file? zab run FILE plays it.</source>
        <translation>哪个文件？用 zab run FILE 播放。</translation>
    </message>
    <message>
        <source>The seconds must be a number above 0, at most 60, not &apos;%1&apos;.</source>
        <translation>秒数应大于 0 且不超过 60，而不是“%1”。</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is larger than 64 MB.</source>
        <translation>文件“%1”超过 64 MB。</translation>
    </message>
    <message>
        <source>The trace cannot be written to &apos;%1&apos;: %2.</source>
        <translation>无法把轨迹写入“%1”：%2。</translation>
    </message>
    <message>
        <source>All %1 expectations hold. Virtual time %2, %3 events.</source>
        <translation>全部 %1 条预期成立。虚拟时间 %2，事件 %3 个。</translation>
    </message>
    <message>
        <source>%1:%2: &apos;%3&apos; does not hold: %4.</source>
        <translation>%1:%2：“%3”不成立：%4。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已停机</translation>
    </message>
    <message>
        <source>up</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>refused to start</source>
        <translation>拒绝启动</translation>
    </message>
    <message>
        <source>process ended</source>
        <translation>进程已退出</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Its vote</source>
        <translation>它的选票</translation>
    </message>
    <message>
        <source>%1, zxid %2, epoch %3</source>
        <translation>%1，zxid %2，epoch %3</translation>
    </message>
    <message>
        <source>Votes for it</source>
        <translation>得票</translation>
    </message>
    <message>
        <source>%1, needed %2</source>
        <translation>%1，需要 %2</translation>
    </message>
    <message>
        <source>Heard %1</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>%1, zxid %2, round %3</source>
        <translation>%1，zxid %2，第 %3 轮</translation>
    </message>
    <message>
        <source>acceptedEpoch</source>
        <translation>acceptedEpoch</translation>
    </message>
    <message>
        <source>currentEpoch</source>
        <translation>currentEpoch</translation>
    </message>
    <message>
        <source>Applied up to</source>
        <translation>已应用到</translation>
    </message>
    <message>
        <source>Logged up to</source>
        <translation>日志写到</translation>
    </message>
    <message>
        <source>On disk up to</source>
        <translation>已落盘到</translation>
    </message>
    <message>
        <source>Disk keeps</source>
        <translation>磁盘留存</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>fsync takes</source>
        <translation>fsync 耗时</translation>
    </message>
    <message>
        <source>Znodes</source>
        <translation>znode 数</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监听数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>leader</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>observer: never votes, never acknowledges</source>
        <translation>observer：从不投票，从不确认</translation>
    </message>
    <message>
        <source>Weight, group</source>
        <translation>权重，组</translation>
    </message>
    <message>
        <source>Serves clients</source>
        <translation>对外服务</translation>
    </message>
    <message>
        <source>yes, %1 connected</source>
        <translation>是，%1 个会话</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Synchronized</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>held: the link is cut</source>
        <translation>滞留：链路已切断</translation>
    </message>
    <message>
        <source>in the queue of its sender</source>
        <translation>在发送方的队列中</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>在途中</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>选票</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>of an older round than its receiver&apos;s</source>
        <translation>轮次比接收方的旧</translation>
    </message>
    <message>
        <source>zxid</source>
        <translation>zxid</translation>
    </message>
    <message>
        <source>proposal of %1</source>
        <translation>%1 的提议</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>已确认的服务器</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>client, dead</source>
        <translation>客户端，已死</translation>
    </message>
    <message>
        <source>client, session expired</source>
        <translation>客户端，会话已过期</translation>
    </message>
    <message>
        <source>client of %1</source>
        <translation>%1 的客户端</translation>
    </message>
    <message>
        <source>client, not connected</source>
        <translation>客户端，未连接</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Newest zxid seen</source>
        <translation>见过的最新 zxid</translation>
    </message>
    <message>
        <source>Replies so far</source>
        <translation>已收到的应答</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>上次请求</translation>
    </message>
    <message>
        <source>Last reply</source>
        <translation>上次应答</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>link, cut</source>
        <translation>链路，已切断</translation>
    </message>
    <message>
        <source>link, cut one way</source>
        <translation>链路，单向切断</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>Quorum connection</source>
        <translation>服务器间连接</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢包率</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Packets on it</source>
        <translation>其上的数据包</translation>
    </message>
    <message>
        <source>znode as %1 sees it</source>
        <translation>%1 所见的 znode</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>czxid</source>
        <translation>czxid</translation>
    </message>
    <message>
        <source>mzxid</source>
        <translation>mzxid</translation>
    </message>
    <message>
        <source>pzxid</source>
        <translation>pzxid</translation>
    </message>
    <message>
        <source>ephemeralOwner</source>
        <translation>ephemeralOwner</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>on its children</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>on its data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>rule %1, %2, section %3</source>
        <translation>规则 %1，%2，第 %3 节</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>起因：%1</translation>
    </message>
    <message>
        <source>led to %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>→ or Page Down</source>
        <translation>→ 或 Page Down</translation>
    </message>
    <message>
        <source>one step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>← or Page Up</source>
        <translation>← 或 Page Up</translation>
    </message>
    <message>
        <source>one step back, exactly</source>
        <translation>精确后退一步</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+6</source>
        <translation>Alt+1 … Alt+6</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>back to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>+ and −</source>
        <translation>+ 和 −</translation>
    </message>
    <message>
        <source>faster, slower</source>
        <translation>加快、减慢</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>projector mode; Esc leaves it</source>
        <translation>投影模式，按 Esc 退出</translation>
    </message>
    <message>
        <source>B or .</source>
        <translation>B 或 .</translation>
    </message>
    <message>
        <source>blank the screen</source>
        <translation>遮住屏幕</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Ctrl+1 … Ctrl+9</translation>
    </message>
    <message>
        <source>open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Ctrl+O, Ctrl+S</source>
        <translation>Ctrl+O、Ctrl+S</translation>
    </message>
    <message>
        <source>open a script, save the run</source>
        <translation>打开脚本、保存运行</translation>
    </message>
    <message>
        <source>Ctrl+K, Ctrl+R</source>
        <translation>Ctrl+K、Ctrl+R</translation>
    </message>
    <message>
        <source>crash, restart the selected server</source>
        <translation>使选中的服务器崩溃、重启</translation>
    </message>
    <message>
        <source>Ctrl+L, Ctrl+P, Ctrl+H</source>
        <translation>Ctrl+L、Ctrl+P、Ctrl+H</translation>
    </message>
    <message>
        <source>cut a link, partition, heal all links</source>
        <translation>切断链路、网络分区、恢复所有链路</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>drop the selected packet</source>
        <translation>丢弃选中的数据包</translation>
    </message>
    <message>
        <source>Tab and arrow keys on the stage</source>
        <translation>演示区中按 Tab 和方向键</translation>
    </message>
    <message>
        <source>A whole ZooKeeper ensemble in slow motion: every vote, packet, fsync, acknowledgement and commit can be seen, stepped through, broken and taken back.</source>
        <translation>慢动作中的整个 ZooKeeper 集群：每张选票、每个数据包、每次 fsync、确认和提交都看得见，可以逐步查看、破坏，也可以退回重来。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>rule %1 of the lab, not of ZooKeeper</source>
        <translation>规则 %1，属于实验台，不属于 ZooKeeper</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>not in the tree of %1</source>
        <translation>不在 %1 的树中</translation>
    </message>
    <message>
        <source>step size: event, packet, vote round, phase, commit, lesson beat</source>
        <translation>步长：事件、数据包、投票轮次、阶段、提交、讲解</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>what colours and signs mean</source>
        <translation>颜色和标记的含义</translation>
    </message>
    <message>
        <source>There is not enough memory for this run.</source>
        <translation>内存不足，无法完成这次运行。</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>无法写入标准输出。</translation>
    </message>
    <message>
        <source>The trace and the digest cannot both go to standard output; write the trace to a file.</source>
        <translation>轨迹和摘要不能同时写到标准输出；请把轨迹写入文件。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>SendThread: state</source>
        <translation>SendThread：状态</translation>
    </message>
    <message>
        <source>SendThread: outgoing queue</source>
        <translation>SendThread：outgoingQueue（待发送）</translation>
    </message>
    <message>
        <source>SendThread: pending queue</source>
        <translation>SendThread：pendingQueue（待应答）</translation>
    </message>
    <message>
        <source>EventThread: calls</source>
        <translation>EventThread：正在回调</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，到 %2 为止</translation>
    </message>
    <message>
        <source>EventThread: waiting events</source>
        <translation>EventThread：等待的事件</translation>
    </message>
    <message>
        <source>EventThread: a callback takes</source>
        <translation>EventThread：每个回调需要</translation>
    </message>
    <message>
        <source>Watches: data</source>
        <translation>监听：数据</translation>
    </message>
    <message>
        <source>Watches: exist</source>
        <translation>监听：存在</translation>
    </message>
    <message>
        <source>Watches: child</source>
        <translation>监听：子节点</translation>
    </message>
    <message>
        <source>frozen; packets in its socket: %1, calls for later: %2</source>
        <translation>冻结；套接字里的包：%1，留待恢复后的调用：%2</translation>
    </message>
    <message>
        <source>%1 has proved to be</source>
        <translation>%1 已证明的身份</translation>
    </message>
    <message>
        <source>%1, a notification</source>
        <translation>%1，通知</translation>
    </message>
    <message>
        <source>%1, a ping</source>
        <translation>%1，ping</translation>
    </message>
    <message>
        <source>%1, auth</source>
        <translation>%1，auth</translation>
    </message>
    <message>
        <source>%1, setWatches</source>
        <translation>%1，setWatches</translation>
    </message>
    <message>
        <source>xid</source>
        <translation>xid</translation>
    </message>
    <message>
        <source>default watcher</source>
        <translation>默认 Watcher</translation>
    </message>
    <message>
        <source>SendThread: last xid</source>
        <translation>SendThread：最近的 xid</translation>
    </message>
    <message>
        <source>SendThread: list of servers</source>
        <translation>SendThread：服务器列表</translation>
    </message>
    <message>
        <source>SendThread: sleeps</source>
        <translation>SendThread：休眠</translation>
    </message>
    <message>
        <source>until %1, then tries %2</source>
        <translation>到 %1，然后尝试 %2</translation>
    </message>
    <message>
        <source>SendThread: says on every connection</source>
        <translation>SendThread：每个连接上都说明的身份</translation>
    </message>
    <message>
        <source>EventThread: of earlier handles, still calling</source>
        <translation>EventThread：旧句柄的，仍在回调</translation>
    </message>
    <message>
        <source>Watches: persistent</source>
        <translation>监听：持久</translation>
    </message>
    <message>
        <source>Watches: persistent recursive</source>
        <translation>监听：持久递归</translation>
    </message>
    <message>
        <source>see %1</source>
        <translation>参见 %1</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%2 中的 %1：%3</translation>
    </message>
    <message>
        <source>transaction %1: %2</source>
        <translation>事务 %1：%2</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>典型用法</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 处的%1</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Znode</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Fencing token</source>
        <translation>防护令牌</translation>
    </message>
    <message>
        <source>%1, the zxid that created its znode</source>
        <translation>%1，创建它的 znode 的 zxid</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Knows</source>
        <translation>知道</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>newest token %1, accepted %2, rejected %3</source>
        <translation>最新令牌 %1，接受 %2，拒绝 %3</translation>
    </message>
    <message>
        <source>its znode %1</source>
        <translation>它的 znode %1</translation>
    </message>
    <message>
        <source>client %1 and its session</source>
        <translation>客户端 %1 及其会话</translation>
    </message>
    <message>
        <source>go from thing to thing; Enter opens its menu, or a client</source>
        <translation>在对象之间移动；Enter 打开其菜单，或打开客户端</translation>
    </message>
    <message>
        <source>Arrow keys in the picture of a recipe</source>
        <translation>典型用法图中的方向键</translation>
    </message>
    <message>
        <source>go from waiter to waiter</source>
        <translation>在等待者之间移动</translation>
    </message>
    <message>
        <source>%1, with xid -4</source>
        <translation>%1，用 xid -4</translation>
    </message>
    <message>
        <source>Watches: not listed here</source>
        <translation>监听：未列出</translation>
    </message>
    <message>
        <source>Stands beside</source>
        <translation>站在哪台服务器旁</translation>
    </message>
    <message>
        <source>%1, and is cut off with it</source>
        <translation>%1，随它一起被切断</translation>
    </message>
    <message>
        <source>in the queue %1 → %2: %3</source>
        <translation>在队列 %1 → %2 中：%3</translation>
    </message>
    <message>
        <source>on the way %1 → %2: %3</source>
        <translation>在途 %1 → %2：%3</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>from what is selected to its part in a recipe</source>
        <translation>从选中的事物到它在典型用法中的角色</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>container: the leader deletes it when its last child has gone</source>
        <translation>容器节点：最后一个子节点消失后，leader 会删除它</translation>
    </message>
    <message>
        <source>Ctrl+wheel in the picture of a recipe</source>
        <translation>在典型用法图中按 Ctrl+滚轮</translation>
    </message>
    <message>
        <source>larger or smaller</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>Replies it waits for</source>
        <translation>等待的应答数</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>on to where a property is violated</source>
        <translation>前进到有性质被违反之处</translation>
    </message>
    <message>
        <source>There is no folder &apos;%1&apos; to write to.</source>
        <translation>没有可以写入的文件夹“%1”。</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &apos;%4&apos;.</source>
        <translation>%1 需要一个从 %2 到 %3 的数，而不是“%4”。</translation>
    </message>
    <message>
        <source>The seeds are a number or a range such as 1..1000, not &apos;%1&apos;.</source>
        <translation>种子是一个数或一个范围，如 1..1000，而不是“%1”。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a rule that can be switched off, such as fsync-before-ack.</source>
        <translation>“%1”不是可以关闭的规则；规则的例子是 fsync-before-ack。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a release of ZooKeeper, such as 3.4.11.</source>
        <translation>“%1”不是 ZooKeeper 的一个版本；版本的例子是 3.4.11。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a defect that can be shown, such as ZOOKEEPER-2845.</source>
        <translation>“%1”不是可以演示的缺陷；缺陷的例子是 ZOOKEEPER-2845。</translation>
    </message>
    <message>
        <source>ZooKeeper %1 does not have the defect %2.</source>
        <translation>ZooKeeper %1 没有缺陷 %2。</translation>
    </message>
    <message>
        <source>The run cannot be written to &apos;%1&apos;: %2.</source>
        <translation>运行无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>%1 runs in %2 s: %3 seeds a second, %4 virtual seconds in a second of the processor.</source>
        <translation>%2 秒内 %1 次运行：每秒 %3 个种子，处理器每秒 %4 虚拟秒。</translation>
    </message>
    <message>
        <source>%1 of %2 seeds, %3 a second</source>
        <translation>%2 个种子中的 %1 个，每秒 %3 个</translation>
    </message>
    <message>
        <source>Kinds of events never hit:</source>
        <translation>从未出现的事件种类：</translation>
    </message>
    <message>
        <source>Rules never hit:</source>
        <translation>从未触发的规则：</translation>
    </message>
    <message>
        <source>Seed %1 violates %2: %3</source>
        <translation>种子 %1 违反 %2：%3</translation>
    </message>
    <message>
        <source>Seed %1 breaks a promise of the engine itself: %2</source>
        <translation>种子 %1 破坏了引擎自身的承诺：%2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 states generated, %2 distinct, depth %3, queue %4, %5 distinct/s, %6 MB</source>
        <translation>已生成状态 %1，不同状态 %2，深度 %3，队列 %4，每秒不同状态 %5，%6 MB</translation>
    </message>
    <message>
        <source>Rules of chapters 1 to 3 that decided something: %1 of %2. Never: %3</source>
        <translation>第 1 至 3 章中起过作用的规则：%1 / %2。从未起作用：%3</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>搜索已取消。</translation>
    </message>
    <message>
        <source>%1 is violated: %2</source>
        <translation>违反了 %1：%2</translation>
    </message>
    <message>
        <source>The run of %1 moves that shows it stands in %2</source>
        <translation>展示这一点的运行共 %1 步，写在 %2</translation>
    </message>
    <message>
        <source>%1 s of processor time</source>
        <translation>处理器时间 %1 s</translation>
    </message>
    <message>
        <source>zab explores one file at a time, and &apos;%1&apos; would be the second.</source>
        <translation>zab 一次只搜索一个文件，而“%1”是第二个。</translation>
    </message>
    <message>
        <source>Which file? zab explore FILE searches it.</source>
        <translation>哪个文件？用 zab explore FILE 来搜索。</translation>
    </message>
    <message>
        <source>Depth first goes one way at a time: --jobs is for --order breadth.</source>
        <translation>深度优先一次只走一条路：--jobs 只用于 --order breadth。</translation>
    </message>
    <message>
        <source>The order is breadth or depth, not &apos;%1&apos;.</source>
        <translation>次序是 breadth 或 depth，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no property &apos;%1&apos;; resources/LANGUAGE.md lists them.</source>
        <translation>没有名为“%1”的性质；resources/LANGUAGE.md 列出了所有性质。</translation>
    </message>
    <message>
        <source>The memory is a number of M or G such as 512M or 2G, not &apos;%1&apos;.</source>
        <translation>内存是以 M 或 G 为单位的数，例如 512M 或 2G，而不是“%1”。</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>look for a violation, in many runs or in all of a small ensemble</source>
        <translation>在许多次运行或一个小集群的所有运行中寻找违反</translation>
    </message>
    <message>
        <source>  zab chaos [--seeds A..B] [--servers N] [--seconds S] [--jobs J] [--without RULE...] [--as-in RELEASE ZOOKEEPER-N...] [--out DIR]
      plays random runs in which anything breaks; one that violates a property is written to DIR/chaos-SEED.lab: exit code 1
      --servers N       how many servers there are (drawn for each run: 3, 4 or 5)
      --seconds S       virtual seconds of faults in each run (drawn, up to 30); then a quorum is healed and has to come back
      --operations N    what all clients together ask for in a virtual second (drawn, up to 100)
      --all             does not end with the first run that violates something
      --shrink          takes its time to make that run as short as it gets
      --as-released     with the holes that the recovery of ZooKeeper 3.8 has
</source>
        <translation>  zab chaos [--seeds A..B] [--servers N] [--seconds S] [--jobs J] [--without RULE...] [--as-in RELEASE ZOOKEEPER-N...] [--out DIR]
      播放什么都可能出故障的随机运行；违反某个性质的运行写入 DIR/chaos-SEED.lab，退出码为 1
      --servers N       有多少台服务器（每次运行随机取 3、4 或 5）
      --seconds S       每次运行中有故障的虚拟秒数（随机，最多 30）；然后修复一个法定人数，它必须恢复
      --operations N    所有客户端每虚拟秒一共请求多少次（随机，最多 100）
      --all             遇到第一个违反性质的运行时不停止
      --shrink          花更多时间把这个运行缩到最短
      --as-released     保留 ZooKeeper 3.8 恢复过程中的漏洞
</translation>
    </message>
    <message>
        <source>Servers can stand in each other&apos;s place here: up to %1 states count as one (--symmetry off: each by itself).</source>
        <translation>这里有服务器可以互换位置：最多 %1 个状态算作一个（--symmetry off：各算各的）。</translation>
    </message>
    <message>
        <source>Symmetry is on or off, not &apos;%1&apos;.</source>
        <translation>对称只能是 on 或 off，不能是“%1”。</translation>
    </message>
    <message>
        <source>The lab knows no defect of ZooKeeper %1 that can be shown.</source>
        <translation>本实验室没有可以展示的 ZooKeeper %1 的缺陷。</translation>
    </message>
    <message>
        <source>%1 virtual seconds, %2 inputs, %3 events, %4 operations answered, %5 commits, %6 leaders, %7 crashes; healed within %8 s; %9.</source>
        <translation>虚拟时间 %1 秒，%2 个输入，%3 个事件，%4 个已应答的操作，%5 次提交，%6 个 leader，%7 次崩溃；%8 秒内恢复；%9。</translation>
    </message>
    <message>
        <source>%1 runs ended by a lying disk, %2 in which nothing could be demanded in the end</source>
        <translation>%1 次运行因说谎的磁盘而结束，%2 次最后无法提出要求</translation>
    </message>
    <message>
        <source>A smaller run violates %1: zab chaos %2</source>
        <translation>更小的运行违反 %1：zab chaos %2</translation>
    </message>
    <message>
        <source>%1 holds in each of them.</source>
        <translation>%1 在每个状态中都成立。</translation>
    </message>
    <message>
        <source>Every property of the ensemble and of its clients holds in each of them.</source>
        <translation>集群及其客户端的每个性质在每个状态中都成立。</translation>
    </message>
    <message>
        <source>All states were seen. %1</source>
        <translation>已看遍所有状态。%1</translation>
    </message>
    <message>
        <source>Ways were cut off at this depth, and not all states were seen. %1</source>
        <translation>路径在此深度被截断，没有看遍所有状态。%1</translation>
    </message>
    <message>
        <source>All states up to this depth were seen. %1</source>
        <translation>已看遍此深度以内的所有状态。%1</translation>
    </message>
    <message>
        <source>The search ended at the number of states that was asked for. %1</source>
        <translation>搜索到指定的状态数为止。%1</translation>
    </message>
    <message>
        <source>The memory is used up before all states were seen; more of it (--memory) or smaller budgets help. %1</source>
        <translation>没有看遍所有状态，内存已用完；增大内存（--memory）或减小预算会有帮助。%1</translation>
    </message>
    <message>
        <source>The explorer knows neither time nor recipes, and %1 is about that: zab chaos and the window judge it.</source>
        <translation>穷举既没有时间，也没有典型用法，而 %1 与它们有关：由 zab chaos 和窗口来判断。</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be written.</source>
        <translation>无法写入文件“%1”。</translation>
    </message>
    <message>
        <source>  zab explore FILE [--order breadth|depth] [--jobs N] [--memory 2G] [--depth N] [--states N]
              [--property NAME] [--out OUT] [--quiet] [--crashes N] [--restarts N] [--cuts N] [--heals N]
              [--drops N] [--timeouts N] [--writes N] [--reads N] [--elections N] [--symmetry on|off]
      lets every input of a small ensemble come in every order, with faults within the budgets of the
      &apos;explore&apos; line of FILE or of these options, and checks every property of the ensemble and of its clients in every state
      --out OUT     where the counterexample is written (counterexample.lab); breadth first it is the shortest
      --symmetry off   counts each state by itself; on (as it is): where nothing can fail and no server be
                    elected, states that differ by an exchange of followers count once
</source>
        <translation>  zab explore FILE [--order breadth|depth] [--jobs N] [--memory 2G] [--depth N] [--states N]
              [--property NAME] [--out OUT] [--quiet] [--crashes N] [--restarts N] [--cuts N] [--heals N]
              [--drops N] [--timeouts N] [--writes N] [--reads N] [--elections N] [--symmetry on|off]
      让小型集群的每个输入以每种次序到来，故障次数不超过 FILE 的“explore”行
      或这些选项给出的预算，并在每个状态检查集群及其客户端的每条性质
      --out OUT     反例写到哪里（counterexample.lab）；广度优先时是最短的反例
      --symmetry off   每个状态各算一个；on（默认）：在不会出故障、也不会选举的地方，
                    只差 follower 互换的状态算作一个
</translation>
    </message>
    <message>
        <source>The engine has broken a promise of its own: %1</source>
        <translation>引擎违背了自己的承诺：%1</translation>
    </message>
</context>
<context>
    <name>zab::BusyStrip</name>
    <message>
        <source>Working…</source>
        <translation>正在运行…</translation>
    </message>
</context>
<context>
    <name>zab::CallDialog</name>
    <message>
        <source>%1 writes</source>
        <translation>%1 写入</translation>
    </message>
    <message>
        <source>%1 asks for a sync</source>
        <translation>%1 请求 sync</translation>
    </message>
    <message>
        <source>%1 reads</source>
        <translation>%1 读取</translation>
    </message>
    <message>
        <source>Path of the znode:</source>
        <translation>znode 的路径：</translation>
    </message>
    <message>
        <source>New data:</source>
        <translation>新数据：</translation>
    </message>
</context>
<context>
    <name>zab::CapControls</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Servers that are cut off from the others: %1</source>
        <translation>与其他服务器切断的服务器：%1</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>被切断方</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Tick the servers that are cut off from the others</source>
        <translation>勾选要与其他服务器切断的服务器</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供者</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>Lookups every</source>
        <translation>查找间隔</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>So many clients provide the service. New ones stand at both ends of the row of servers in turn; the newest leave first.</source>
        <translation>提供该服务的客户端数。新的轮流站在服务器队列的两端；最新的先离开。</translation>
    </message>
    <message>
        <source>So many clients look it up. New ones stand at both ends of the row of servers in turn; the newest leave first.</source>
        <translation>查找该服务的客户端数。新的轮流站在服务器队列的两端；最新的先离开。</translation>
    </message>
    <message>
        <source>How often every consumer asks all registries</source>
        <translation>每个消费者多久向所有注册中心查询一次</translation>
    </message>
    <message>
        <source>New run with %1 servers</source>
        <translation>新建 %1 台服务器的运行</translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation>%1 台服务器</translation>
    </message>
    <message>
        <source>A new run of the bench with an ensemble of another size</source>
        <translation>以另一种集群规模新建一次实验台运行</translation>
    </message>
</context>
<context>
    <name>zab::CapPanel</name>
    <message>
        <source>This run has no Eureka. The bench shows one service in two registries, ZooKeeper and Eureka, under the same cut, crash and healing.</source>
        <translation>这次运行里没有 Eureka。实验台展示同一个服务在 ZooKeeper 和 Eureka 两个注册中心里，面对同样的断网、崩溃和恢复。</translation>
    </message>
    <message>
        <source>Open the scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Whose lookups the plots show</source>
        <translation>图中显示哪一侧的查找</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>注册中心</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>%1: lookups over time</source>
        <translation>%1：查找随时间的变化</translation>
    </message>
    <message>
        <source>Over virtual time in seconds</source>
        <translation>横轴为虚拟时间（秒）</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>新鲜</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Lookups over time (s):</source>
        <translation>查找次数随时间（秒）：</translation>
    </message>
    <message>
        <source>Clients beside %1</source>
        <translation>%1 旁的客户端</translation>
    </message>
</context>
<context>
    <name>zab::ChaosPage</name>
    <message>
        <source>Each seed is a run in which anything breaks: packets, links, servers, disks, clocks. In the end a quorum is healed and has to come back.</source>
        <translation>每个种子是一次什么都会出故障的运行：数据包、链路、服务器、磁盘、时钟。最后修复一个法定人数，它必须恢复服务。</translation>
    </message>
    <message>
        <source>Seeds from</source>
        <translation>种子从</translation>
    </message>
    <message>
        <source>A seed is one run, and always the same one.</source>
        <translation>一个种子就是一次运行，每次都相同。</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The last seed</source>
        <translation>最后一个种子</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>How many servers the ensemble has</source>
        <translation>集群有多少台服务器</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>每次秒数</translation>
    </message>
    <message>
        <source>Virtual seconds of faults, before a quorum is healed</source>
        <translation>修复法定人数之前，出故障的虚拟秒数</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求</translation>
    </message>
    <message>
        <source>What all clients together ask for in a virtual second</source>
        <translation>所有客户端每虚拟秒共发出的请求数</translation>
    </message>
    <message>
        <source>3 to 5</source>
        <translation>3 至 5</translation>
    </message>
    <message>
        <source>up to 30</source>
        <translation>至多 30</translation>
    </message>
    <message>
        <source>up to 100</source>
        <translation>至多 100</translation>
    </message>
    <message>
        <source>Go on after the first finding</source>
        <translation>找到第一个后继续</translation>
    </message>
</context>
<context>
    <name>zab::ConsolePanel</name>
    <message>
        <source>column %1: %2</source>
        <translation>第 %1 列：%2</translation>
    </message>
    <message>
        <source>Everything a script can do, for example:</source>
        <translation>脚本能做的都可以，例如：</translation>
    </message>
    <message>
        <source>Error in the lab itself: %1</source>
        <translation>实验室自身出错：%1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…… 还有 %1 条</translation>
    </message>
    <message>
        <source>A line of the lab&apos;s language, for example: crash S3 — &quot;help&quot; shows more</source>
        <translation>输入一行实验室命令，例如：crash S3 —— 输入“help”查看更多</translation>
    </message>
    <message>
        <source>Console input</source>
        <translation>控制台输入</translation>
    </message>
    <message>
        <source>Console output</source>
        <translation>控制台输出</translation>
    </message>
    <message>
        <source>It holds.</source>
        <translation>成立。</translation>
    </message>
    <message>
        <source>It does not hold: %1</source>
        <translation>不成立：%1</translation>
    </message>
</context>
<context>
    <name>zab::ContestDialog</name>
    <message>
        <source>Start a contest</source>
        <translation>开始竞争</translation>
    </message>
    <message>
        <source>Leader election</source>
        <translation>领导者选举</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>until it is told to give back</source>
        <translation>直到被要求归还</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>典型用法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>First client</source>
        <translation>第一个客户端</translation>
    </message>
    <message>
        <source>Contenders</source>
        <translation>竞争者</translation>
    </message>
    <message>
        <source>Each holds it</source>
        <translation>每个持有</translation>
    </message>
    <message>
        <source>Turns of each</source>
        <translation>每个的轮数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Read/write lock</source>
        <translation>读写锁</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>屏障</translation>
    </message>
    <message>
        <source>Double barrier</source>
        <translation>双重屏障</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Group membership</source>
        <translation>组成员</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Service discovery</source>
        <translation>服务发现</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translation>它的前一个</translation>
    </message>
    <message>
        <source>the holder (naive)</source>
        <translation>持有者（朴素做法）</translation>
    </message>
    <message>
        <source>as Curator makes them</source>
        <translation>与 Curator 的相同</translation>
    </message>
    <message>
        <source>as kazoo makes them</source>
        <translation>与 kazoo 的相同</translation>
    </message>
    <message>
        <source>after a lost answer it looks for its znode first (protected)</source>
        <translation>应答丢失后先查找自己的 znode（protected）</translation>
    </message>
    <message>
        <source>go on fast until all have asked</source>
        <translation>快速运行到所有客户端都已请求</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Elements of each</source>
        <translation>每个放入的元素数</translation>
    </message>
    <message>
        <source>Whoever waits watches</source>
        <translation>等待者监听</translation>
    </message>
    <message>
        <source>Readers before each writer</source>
        <translation>每个写者之前的读者数</translation>
    </message>
    <message>
        <source>Opens when there are</source>
        <translation>到齐多少个才打开</translation>
    </message>
    <message>
        <source>Znodes</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Of these put elements in</source>
        <translation>其中放入元素的</translation>
    </message>
    <message>
        <source>Of these provide it</source>
        <translation>其中提供服务的</translation>
    </message>
    <message>
        <source>Takes of each other</source>
        <translation>其余每个取几次</translation>
    </message>
    <message>
        <source>Data at first</source>
        <translation>最初的数据</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>each its own host</source>
        <translation>各自的主机地址</translation>
    </message>
    <message>
        <source>each its own</source>
        <translation>各用自己的名称</translation>
    </message>
    <message>
        <source>the first client puts the barrier up</source>
        <translation>由第一个客户端设置屏障</translation>
    </message>
    <message>
        <source>the first client makes the znode</source>
        <translation>由第一个客户端创建 znode</translation>
    </message>
</context>
<context>
    <name>zab::DockTabs</name>
    <message>
        <source>A window of its own</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>zab::Documents</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large to be a script.</source>
        <translation>%1 太大，不可能是脚本。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>zab::EventListModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>zab::EventPanel</name>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1/%2 个事件</translation>
    </message>
    <message>
        <source>all servers</source>
        <translation>所有服务器</translation>
    </message>
    <message>
        <source>all topics</source>
        <translation>所有主题</translation>
    </message>
    <message>
        <source>election</source>
        <translation>选举</translation>
    </message>
    <message>
        <source>discovery, synchronization</source>
        <translation>发现、数据同步</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>消息广播</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Topic of the events shown</source>
        <translation>所列事件的主题</translation>
    </message>
    <message>
        <source>Server of the events shown</source>
        <translation>所列事件的服务器</translation>
    </message>
    <message>
        <source>pings and timers</source>
        <translation>ping 和定时器</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>zab::ExplorePage</name>
    <message>
        <source>Every order in which the inputs of a small ensemble can come, and on each way so many of these faults as well.</source>
        <translation>一个小集群的输入可能到来的每一种次序，每条路径上还有至多这么多故障。</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>a fresh ensemble with a leader and a client</source>
        <translation>有 leader 和一个客户端的全新集群</translation>
    </message>
    <message>
        <source>the scenario of the present run, played first: %1</source>
        <translation>先运行当前运行的场景：%1</translation>
    </message>
    <message>
        <source>breadth first: the shortest violation</source>
        <translation>广度优先：最短的违反</translation>
    </message>
    <message>
        <source>depth first: some violation, sooner</source>
        <translation>深度优先：更快找到某个违反</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>How many servers the ensemble has; each one more makes the search many times larger</source>
        <translation>集群有多少台服务器；每多一台，搜索就大许多倍</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>How many znodes the clients create on a way</source>
        <translation>一条路径上客户端创建多少个 znode</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>How often a client asks for the children of the root on a way</source>
        <translation>一条路径上客户端读取多少次根的子节点</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>How many servers crash on a way, with and without losing what is not on disk yet</source>
        <translation>一条路径上多少台服务器崩溃，尚未落盘的内容可能丢失，也可能不丢</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>How many crashed servers start again on a way</source>
        <translation>一条路径上多少台崩溃的服务器重新启动</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>How many timers run out on a way that are not part of every election, such as that of a ping</source>
        <translation>一条路径上多少个不属于每次选举的定时器到期，例如 ping 的定时器</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>How many links, or servers, are cut off on a way</source>
        <translation>一条路径上切断多少条链路或隔离多少台服务器</translation>
    </message>
    <message>
        <source>Heals</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>How often all that is cut is joined again on a way</source>
        <translation>一条路径上多少次把切断的全部接通</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>How many packets are lost on a way, and their connections with them</source>
        <translation>一条路径上丢失多少个数据包，其连接也随之断开</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>leader</translation>
    </message>
    <message>
        <source>How many leaders are elected on a way at most; elections make the search many times larger</source>
        <translation>一条路径上最多选出多少任 leader；选举使搜索大许多倍</translation>
    </message>
    <message>
        <source>Thousand states</source>
        <translation>千个状态</translation>
    </message>
    <message>
        <source>After so many different states the search ends, even if there are more</source>
        <translation>看过这么多个不同状态后搜索结束，即使还有更多</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>the same, and one server is still down</source>
        <translation>同上，但还有一台服务器没有启动</translation>
    </message>
</context>
<context>
    <name>zab::FaultActions</name>
    <message>
        <source>Crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>Crash, keep unsynced</source>
        <translation>崩溃但保留未落盘数据</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Force a timeout of</source>
        <translation>强制超时</translation>
    </message>
    <message>
        <source>Freeze or thaw</source>
        <translation>冻结或解冻</translation>
    </message>
    <message>
        <source>nothing of the kind at this moment</source>
        <translation>此刻没有可选的</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Links of %1</source>
        <translation>%1 的链路</translation>
    </message>
    <message>
        <source>Cut all of them</source>
        <translation>全部切断</translation>
    </message>
    <message>
        <source>Heal all of them</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Heal %1 – %2</source>
        <translation>恢复 %1 – %2</translation>
    </message>
    <message>
        <source>Cut %1 – %2</source>
        <translation>切断 %1 – %2</translation>
    </message>
    <message>
        <source>First click a packet or a queue cell on the stage</source>
        <translation>请先在演示区点选一个数据包或队列格子</translation>
    </message>
    <message>
        <source>Drops the selected packet</source>
        <translation>丢弃选中的数据包</translation>
    </message>
    <message>
        <source>The selected packet arrives 100 ms later</source>
        <translation>选中的数据包晚到 100 ms</translation>
    </message>
    <message>
        <source>A second copy of the selected packet arrives too</source>
        <translation>选中的数据包再多到达一份</translation>
    </message>
    <message>
        <source>The selected packet arrives before everything else</source>
        <translation>选中的数据包先于一切到达</translation>
    </message>
    <message>
        <source>a server that you choose</source>
        <translation>你选择的服务器</translation>
    </message>
    <message>
        <source>Crashes %1; what was not fsynced is lost</source>
        <translation>使 %1 崩溃；没有 fsync 的内容丢失</translation>
    </message>
    <message>
        <source>Crashes %1; what was written but not fsynced survives</source>
        <translation>使 %1 崩溃；已写入但没有 fsync 的内容保留</translation>
    </message>
    <message>
        <source>Starts %1 again from its disk</source>
        <translation>从磁盘重新启动 %1</translation>
    </message>
    <message>
        <source>Freezes %1 like a long garbage collection, or lets it go on</source>
        <translation>像长时间垃圾回收那样冻结 %1，或让它继续</translation>
    </message>
    <message>
        <source>%1 gives up its leader and looks for one</source>
        <translation>%1 放弃现在的 leader，重新寻找</translation>
    </message>
    <message>
        <source>Cuts or heals the link %1 – %2</source>
        <translation>切断或恢复链路 %1 – %2</translation>
    </message>
    <message>
        <source>Cuts or heals a link that you choose</source>
        <translation>切断或恢复你选择的链路</translation>
    </message>
    <message>
        <source>Then drag a line across the stage: servers on different sides cannot talk</source>
        <translation>然后在演示区拖出一条线：两边的服务器互不相通</translation>
    </message>
    <message>
        <source>Choose for each server on which side of the partition it is</source>
        <translation>为每台服务器选择它在分区的哪一边</translation>
    </message>
    <message>
        <source>All links work again</source>
        <translation>所有链路恢复正常</translation>
    </message>
    <message>
        <source>Crash, keep unsynced writes</source>
        <translation>崩溃，保留未落盘数据</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Force timeout</source>
        <translation>强制超时</translation>
    </message>
    <message>
        <source>Cut a link</source>
        <translation>切断链路</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>网络分区</translation>
    </message>
    <message>
        <source>Partition by sides…</source>
        <translation>按边分区…</translation>
    </message>
    <message>
        <source>Heal all links</source>
        <translation>恢复所有链路</translation>
    </message>
    <message>
        <source>Drop packet</source>
        <translation>丢弃数据包</translation>
    </message>
    <message>
        <source>Delay packet</source>
        <translation>延迟数据包</translation>
    </message>
    <message>
        <source>Duplicate packet</source>
        <translation>重复数据包</translation>
    </message>
    <message>
        <source>Deliver packet next</source>
        <translation>下一个送达</translation>
    </message>
</context>
<context>
    <name>zab::FaultBar</name>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Drop · delay</source>
        <translation>丢弃 · 延迟</translation>
    </message>
    <message>
        <source>What to do with the selected packet</source>
        <translation>怎样处理选中的数据包</translation>
    </message>
</context>
<context>
    <name>zab::FindingModel</name>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Violated property</source>
        <translation>被违反的性质</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>找到方式</translation>
    </message>
    <message>
        <source>Lines of the run</source>
        <translation>运行的行数</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>通俗的说法</translation>
    </message>
    <message>
        <source>an error of the lab</source>
        <translation>实验室自身的错误</translation>
    </message>
    <message>
        <source>explorer</source>
        <translation>穷举</translation>
    </message>
    <message>
        <source>seed %1, smaller run %2</source>
        <translation>种子 %1，更小的运行 %2</translation>
    </message>
</context>
<context>
    <name>zab::HuntDialog</name>
    <message>
        <source>none: the protocol as it is</source>
        <translation>无：协议原样</translation>
    </message>
    <message>
        <source>Look for a violation</source>
        <translation>寻找违反性质的运行</translation>
    </message>
    <message>
        <source>Chaos</source>
        <translation>混沌</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>穷举</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>打开这次运行</translation>
    </message>
    <message>
        <source>Violations found</source>
        <translation>找到的违反</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 条</translation>
    </message>
    <message>
        <source>Rules that have decided nothing</source>
        <translation>没有起过作用的规则</translation>
    </message>
    <message>
        <source>It is being cancelled…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Rules switched off, defects</source>
        <translation>关闭的规则与缺陷</translation>
    </message>
    <message>
        <source>with %1: %2</source>
        <translation>带有 %1：%2</translation>
    </message>
    <message>
        <source>No release of ZooKeeper had all of these defects: take fewer of them.</source>
        <translation>ZooKeeper 没有哪个版本同时有这些缺陷：请少选几个。</translation>
    </message>
    <message>
        <source>Defects that a release had</source>
        <translation>某个版本的缺陷</translation>
    </message>
</context>
<context>
    <name>zab::InspectorPanel</name>
    <message>
        <source>Click anything on the stage or in a list</source>
        <translation>请点选演示区或列表中的任何对象</translation>
    </message>
    <message>
        <source>event %1 · %2</source>
        <translation>事件 %1 · %2</translation>
    </message>
    <message>
        <source>Why did this happen?</source>
        <translation>为什么会这样？</translation>
    </message>
    <message>
        <source>A server, a packet, a queue cell, a vote, a lamp, a znode, a line of the event list: each answers here what it is, why it came to be and what it led to.</source>
        <translation>服务器、数据包、队列格子、选票、指示灯、znode、事件列表中的一行：这里都能说明它是什么、为何出现、引出了什么。</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>Led to</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Rule %1: a rule of the lab, not of ZooKeeper</source>
        <translation>规则 %1：实验台自己的规则，不是 ZooKeeper 的</translation>
    </message>
    <message>
        <source>Back to the latest decision (Esc)</source>
        <translation>回到最新的判定（Esc）</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>参见</translation>
    </message>
    <message>
        <source>Part of a recipe (Ctrl+J)</source>
        <translation>属于典型用法（Ctrl+J）</translation>
    </message>
    <message>
        <source>Rule %1, in %2: %3</source>
        <translation>规则 %1，对应 %2：%3</translation>
    </message>
    <message>
        <source>Go to this moment of the run</source>
        <translation>转到运行的这一时刻</translation>
    </message>
    <message>
        <source>Open the exhibit of it where the property is violated</source>
        <translation>打开它的展品，停在性质被违反之处</translation>
    </message>
    <message>
        <source>… the first of these has causes as well</source>
        <translation>……其中第一个也有它的起因</translation>
    </message>
</context>
<context>
    <name>zab::LampButton</name>
    <message>
        <source>%1. Click: what it means, and how it came to be</source>
        <translation>%1。点击：它是什么意思，怎么发生的</translation>
    </message>
</context>
<context>
    <name>zab::LampStrip</name>
    <message>
        <source>Properties</source>
        <translation>性质</translation>
    </message>
</context>
<context>
    <name>zab::LegendDialog</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>looks for a leader: votes and counts votes</source>
        <translation>寻找 leader：投票并统计选票</translation>
    </message>
    <message>
        <source>follows a leader, votes and acknowledges</source>
        <translation>跟随 leader，参与投票并发送确认</translation>
    </message>
    <message>
        <source>leads, or is elected and about to; wears a crown</source>
        <translation>正在领导，或已当选即将领导；带皇冠</translation>
    </message>
    <message>
        <source>learns what is committed, has no vote</source>
        <translation>只学习已提交的事务，没有投票权</translation>
    </message>
    <message>
        <source>does not run; below stands what its disk keeps</source>
        <translation>没有运行；下方是磁盘上留下的内容</translation>
    </message>
    <message>
        <source>A transaction in its log</source>
        <translation>日志中的事务</translation>
    </message>
    <message>
        <source>waits for the disk</source>
        <translation>等待写盘</translation>
    </message>
    <message>
        <source>appended, not yet safe: a crash may lose it</source>
        <translation>已写入，尚不安全：崩溃可能丢失</translation>
    </message>
    <message>
        <source>on disk: fsync has returned, so it may be acknowledged</source>
        <translation>已落盘：fsync 已返回，可以确认</translation>
    </message>
    <message>
        <source>committed: a quorum has it on disk</source>
        <translation>已提交：过半服务器已落盘</translation>
    </message>
    <message>
        <source>applied: clients of this server see it</source>
        <translation>已应用：该服务器的客户端可见</translation>
    </message>
    <message>
        <source>A packet, with an arrow to where it goes</source>
        <translation>数据包，箭头指向去处</translation>
    </message>
    <message>
        <source>vote S3</source>
        <translation>投 S3</translation>
    </message>
    <message>
        <source>a vote, of the election</source>
        <translation>选举中的选票</translation>
    </message>
    <message>
        <source>a vote of an older round than its receiver&apos;s</source>
        <translation>轮次比接收者旧的选票</translation>
    </message>
    <message>
        <source>discovery and synchronization</source>
        <translation>发现阶段与同步阶段</translation>
    </message>
    <message>
        <source>a transaction to be logged</source>
        <translation>要写入日志的事务</translation>
    </message>
    <message>
        <source>&quot;it is on my disk&quot;</source>
        <translation>“我已落盘”</translation>
    </message>
    <message>
        <source>&quot;apply it&quot;</source>
        <translation>“应用它”</translation>
    </message>
    <message>
        <source>pings and the ends of connections</source>
        <translation>ping 与连接的关闭</translation>
    </message>
    <message>
        <source>what clients ask for, and the answers</source>
        <translation>客户端的请求与应答</translation>
    </message>
    <message>
        <source>Lamps, one for each voter</source>
        <translation>指示灯，每个投票者一盏</translation>
    </message>
    <message>
        <source>filled: votes for the same leader; a ring: for another</source>
        <translation>实心：投给同一个 leader；空环：投给别的</translation>
    </message>
    <message>
        <source>who has acknowledged a proposal</source>
        <translation>谁已确认该提议</translation>
    </message>
    <message>
        <source>a watch of an opened client: 1 it registers, 2 the server triggers, 3 it calls back</source>
        <translation>已打开客户端的监听：1 注册，2 服务器触发，3 回调</translation>
    </message>
    <message>
        <source>a client with a thick edge stands beside that server: it is cut off with it, whoever serves it</source>
        <translation>带粗边的客户端站在那台服务器旁：无论由谁服务，都随那台服务器一起被切断</translation>
    </message>
    <message>
        <source>the Eureka server beside it: up, with so many leases</source>
        <translation>旁边的 Eureka 服务器：运行中，持有这么多租约</translation>
    </message>
    <message>
        <source>the same in self-preservation: nothing is evicted</source>
        <translation>同上，处于自我保护：不剔除任何实例</translation>
    </message>
    <message>
        <source>Properties, and rules that are switched off</source>
        <translation>性质，以及关闭的规则</translation>
    </message>
    <message>
        <source>a broken seal: this run does without a rule, or has a defect of a release</source>
        <translation>破损的封印：这次运行关闭了一条规则，或带有某个版本的缺陷</translation>
    </message>
    <message>
        <source>a property of the protocol is violated</source>
        <translation>协议的一条性质被违反</translation>
    </message>
    <message>
        <source>at the lower edge of the window: a property that holds, and one that is violated</source>
        <translation>窗口下边缘：一条成立的性质，一条被违反的性质</translation>
    </message>
</context>
<context>
    <name>zab::MainMenu</name>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Opens the lesson, paused at its beginning</source>
        <translation>打开课程，停在开头</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开的</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>F&amp;aults</source>
        <translation>故障(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open script or run…</source>
        <translation>打开脚本或运行…</translation>
    </message>
    <message>
        <source>Opens a .lab file, paused at its beginning</source>
        <translation>打开 .lab 文件，停在开头</translation>
    </message>
    <message>
        <source>Save run as…</source>
        <translation>运行另存为…</translation>
    </message>
    <message>
        <source>Saves what was done in this run as a .lab file that replays it exactly</source>
        <translation>把本次运行中做过的事存为 .lab 文件，可精确重放</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Projector mode</source>
        <translation>投影模式</translation>
    </message>
    <message>
        <source>Only the stage, the narration and the step button, in large letters (F5)</source>
        <translation>只留演示区、讲解和单步按钮，用大字显示（F5）</translation>
    </message>
    <message>
        <source>Blank the screen</source>
        <translation>遮住屏幕</translation>
    </message>
    <message>
        <source>Covers the window until a key is pressed (B or the full stop)</source>
        <translation>遮住窗口，直到按下任意键（B 或句点）</translation>
    </message>
    <message>
        <source>Reset the window&apos;s layout</source>
        <translation>重置窗口布局</translation>
    </message>
    <message>
        <source>Put servers back to their places</source>
        <translation>服务器归位</translation>
    </message>
    <message>
        <source>Show pings</source>
        <translation>显示 ping</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About ZabLab</source>
        <translation>关于 ZabLab</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>More scenarios</source>
        <translation>更多场景</translation>
    </message>
    <message>
        <source>Opens the scenario, paused at its beginning</source>
        <translation>打开场景，停在开头</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>What the colours and signs on the stage mean</source>
        <translation>舞台上的颜色和标记表示什么</translation>
    </message>
    <message>
        <source>To its part in a recipe</source>
        <translation>到它在典型用法中的角色</translation>
    </message>
    <message>
        <source>From a packet, a queue cell, an acknowledgement, a session or a znode to the waiter that it belongs to</source>
        <translation>从数据包、队列单元、确认、会话或 znode 到它所属的等待者</translation>
    </message>
    <message>
        <source>Rules switched off</source>
        <translation>关闭的规则</translation>
    </message>
    <message>
        <source>Museum of defects</source>
        <translation>缺陷博物馆</translation>
    </message>
    <message>
        <source>Opens the exhibit, paused at its beginning or where its property is violated</source>
        <translation>打开展品，暂停在开头或性质被违反之处</translation>
    </message>
    <message>
        <source>New run with rules switched off…</source>
        <translation>关闭一些规则的新运行…</translation>
    </message>
    <message>
        <source>Chooses rules of the protocol that a new run does without</source>
        <translation>选择新运行不遵守的协议规则</translation>
    </message>
    <message>
        <source>Open where the property is violated</source>
        <translation>在性质被违反处打开</translation>
    </message>
    <message>
        <source>Ticked: an exhibit is played at once to the decisive event, and paused there</source>
        <translation>勾选：展品立即运行到决定性事件，并暂停在那里</translation>
    </message>
    <message>
        <source>Look for a violation…</source>
        <translation>寻找违反性质的运行…</translation>
    </message>
    <message>
        <source>Searches many runs, or all of a small ensemble, for one that violates a property (Ctrl+F)</source>
        <translation>在许多次运行中，或在一个小集群的所有运行中，寻找违反性质的一次（Ctrl+F）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zab::MainWindow</name>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>Znode tree</source>
        <translation>znode 树</translation>
    </message>
    <message>
        <source>Why did this happen?</source>
        <translation>为什么会这样？</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Live plots</source>
        <translation>实时曲线</translation>
    </message>
    <message>
        <source>%1 – ZabLab</source>
        <translation>%1 – ZabLab</translation>
    </message>
    <message>
        <source>The lesson ends here. Play goes on freely; try a fault.</source>
        <translation>课程到此结束。可以继续播放，也可以试试故障。</translation>
    </message>
    <message>
        <source>The lab has found an error in itself and stopped this run: %1. Please save the run (Ctrl+S); the file reproduces it.</source>
        <translation>实验室发现自身有错，已停止本次运行：%1。请保存运行（Ctrl+S），该文件可重现这个错误。</translation>
    </message>
    <message>
        <source>Open script or run</source>
        <translation>打开脚本或运行</translation>
    </message>
    <message>
        <source>Lab scripts (*.lab)</source>
        <translation>实验室脚本 (*.lab)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save run as</source>
        <translation>运行另存为</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About ZabLab</source>
        <translation>关于 ZabLab</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>典型用法</translation>
    </message>
    <message>
        <source>CAP bench</source>
        <translation>CAP 实验台</translation>
    </message>
    <message>
        <source>This takes no part in a recipe.</source>
        <translation>它不属于任何典型用法。</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Look for a violation (Ctrl+F): %1</source>
        <translation>寻找违反性质的运行（Ctrl+F）：%1</translation>
    </message>
</context>
<context>
    <name>zab::NarrationStrip</name>
    <message>
        <source>Paused at the beginning. The right arrow key makes one step, the space bar plays.</source>
        <translation>停在开头。按右方向键前进一步，按空格键播放。</translation>
    </message>
    <message>
        <source>lesson %1/%2</source>
        <translation>讲解 %1/%2</translation>
    </message>
</context>
<context>
    <name>zab::PlotPanel</name>
    <message numerus="yes">
        <source>%n packets</source>
        <translation>
            <numerusform>%n 个数据包</numerusform>
        </translation>
    </message>
    <message>
        <source>no commit yet</source>
        <translation>还没有提交</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>S%1: %2 behind</source>
        <translation>S%1：落后 %2</translation>
    </message>
    <message>
        <source>queued packets</source>
        <translation>排队的数据包</translation>
    </message>
    <message>
        <source>outstanding proposals</source>
        <translation>待提交提议</translation>
    </message>
    <message>
        <source>commit latency (ms)</source>
        <translation>提交延迟（ms）</translation>
    </message>
    <message>
        <source>zxid lag per server</source>
        <translation>各服务器 zxid 落后</translation>
    </message>
    <message>
        <source>Over virtual time in seconds</source>
        <translation>横轴：虚拟时间（秒）</translation>
    </message>
</context>
<context>
    <name>zab::PropertyModel</name>
    <message>
        <source>%1 properties hold</source>
        <translation>%1 条性质成立</translation>
    </message>
    <message>
        <source>violated: %1</source>
        <translation>已违反：%1</translation>
    </message>
    <message>
        <source>%1: holds</source>
        <translation>%1：成立</translation>
    </message>
    <message>
        <source>%1: violated since event %2</source>
        <translation>%1：自事件 %2 起被违反</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>violated</source>
        <translation>已违反</translation>
    </message>
    <message>
        <source>event %1 · %2</source>
        <translation>事件 %1 · %2</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>通俗的说法</translation>
    </message>
    <message>
        <source>Stated in</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>zab::PropertyPanel</name>
    <message>
        <source>To its moment</source>
        <translation>到它的时刻</translation>
    </message>
    <message>
        <source>Goes to the moment at which the selected property was violated (Enter)</source>
        <translation>转到所选性质被违反的时刻（回车）</translation>
    </message>
    <message>
        <source>Properties of the run</source>
        <translation>运行的性质</translation>
    </message>
</context>
<context>
    <name>zab::RecipeActs</name>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Resign</source>
        <translation>退出选举</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Give up waiting:</source>
        <translation>放弃等待：</translation>
    </message>
    <message>
        <source>%1 asks again</source>
        <translation>%1 再次请求</translation>
    </message>
    <message>
        <source>%1 writes to the resource with its token</source>
        <translation>%1 带令牌写资源</translation>
    </message>
    <message>
        <source>%1 writes to the resource without a token</source>
        <translation>%1 不带令牌写资源</translation>
    </message>
    <message>
        <source>%1 puts an element in…</source>
        <translation>%1 放入一个元素…</translation>
    </message>
    <message>
        <source>%1 takes an element</source>
        <translation>%1 取一个元素</translation>
    </message>
    <message>
        <source>%1 changes the configuration…</source>
        <translation>%1 修改配置…</translation>
    </message>
    <message>
        <source>%1 puts the barrier up</source>
        <translation>%1 设置屏障</translation>
    </message>
    <message>
        <source>%1 takes the barrier away</source>
        <translation>%1 撤掉屏障</translation>
    </message>
    <message>
        <source>%1 looks up the service and calls an instance</source>
        <translation>%1 查找服务并调用一个实例</translation>
    </message>
    <message>
        <source>Crash %1</source>
        <translation>%1 崩溃</translation>
    </message>
    <message>
        <source>Let %1 go on</source>
        <translation>让 %1 继续</translation>
    </message>
    <message>
        <source>Freeze %1, as a long garbage collection does</source>
        <translation>冻结 %1，如同长时间的垃圾回收</translation>
    </message>
    <message>
        <source>Go on fast until the session of %1 has expired</source>
        <translation>快速运行到 %1 的会话过期</translation>
    </message>
    <message>
        <source>Freeze %1 and go on fast until its session has expired</source>
        <translation>冻结 %1，并快速运行到它的会话过期</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1: column %2: %3</source>
        <translation>%1：第 %2 列：%3</translation>
    </message>
</context>
<context>
    <name>zab::RecipeCanvas</name>
    <message>
        <source>%1: %2. Click to inspect, right click for what can be done</source>
        <translation>%1：%2。单击查看，右键查看可做的操作</translation>
    </message>
    <message>
        <source>%1: click to see it in the tree</source>
        <translation>%1：单击在树中查看</translation>
    </message>
    <message>
        <source>%1. Click to see the transaction</source>
        <translation>%1。单击查看事务</translation>
    </message>
    <message>
        <source>No recipe is played here yet. Start a contest, or type a line such as: C1 lock /locks/a</source>
        <translation>这里还没有典型用法。开始一场竞争，或输入一行，例如：C1 lock /locks/a</translation>
    </message>
</context>
<context>
    <name>zab::RecipeComparison</name>
    <message>
        <source>First recipe</source>
        <translation>第一个典型用法</translation>
    </message>
    <message>
        <source>Second recipe</source>
        <translation>第二个典型用法</translation>
    </message>
    <message>
        <source>What a release costs</source>
        <translation>一次释放的代价</translation>
    </message>
</context>
<context>
    <name>zab::RecipeListModel</name>
    <message>
        <source>%1 / %2 / %3</source>
        <translation>%1 / %2 / %3</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>典型用法</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Notifications, reads and packets for each release, on average</source>
        <translation>每次释放平均的通知、读和数据包</translation>
    </message>
    <message>
        <source>Per release</source>
        <translation>每次释放</translation>
    </message>
</context>
<context>
    <name>zab::RecipePanel</name>
    <message>
        <source>Who waits for whom</source>
        <translation>谁在等谁</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Contest…</source>
        <translation>竞争…</translation>
    </message>
    <message>
        <source>Recipes of the run</source>
        <translation>本次运行的典型用法</translation>
    </message>
    <message>
        <source>Parts of the recipe</source>
        <translation>典型用法的参与者</translation>
    </message>
    <message>
        <source>How the recipe is shown</source>
        <translation>典型用法的显示方式</translation>
    </message>
    <message>
        <source>Larger picture</source>
        <translation>放大图</translation>
    </message>
    <message>
        <source>Smaller picture</source>
        <translation>缩小图</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>图适应窗口</translation>
    </message>
    <message>
        <source>Starts clients in a recipe: a lock, an election, a barrier, a queue and so on</source>
        <translation>让客户端参加一个典型用法：锁、选举、屏障、队列等</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Everything that can be done here, and the size of the picture</source>
        <translation>这里能做的一切，以及图的大小</translation>
    </message>
</context>
<context>
    <name>zab::RecipePartModel</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Znode</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Knows</source>
        <translation>知道</translation>
    </message>
</context>
<context>
    <name>zab::RecipePlots</name>
    <message>
        <source>time to acquire (ms), by turn</source>
        <translation>获取用时（毫秒），按轮</translation>
    </message>
    <message>
        <source>notifications per release, by turn</source>
        <translation>每次释放的通知，按轮</translation>
    </message>
    <message>
        <source>Turns that have ended</source>
        <translation>已结束的轮次</translation>
    </message>
</context>
<context>
    <name>zab::RecipeTurnModel</name>
    <message>
        <source>Turn</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>To acquire</source>
        <translation>获取用时</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
</context>
<context>
    <name>zab::RunActions</name>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 事件/秒</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pauses the run (space bar)</source>
        <translation>暂停运行（空格键）</translation>
    </message>
    <message>
        <source>Plays the run at the chosen speed (space bar)</source>
        <translation>按所选速度播放（空格键）</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>lesson beat</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>the next thing that is due</source>
        <translation>下一件到时的事</translation>
    </message>
    <message>
        <source>the next packet that arrives</source>
        <translation>下一个到达的数据包</translation>
    </message>
    <message>
        <source>the next change of a vote</source>
        <translation>下一次改投</translation>
    </message>
    <message>
        <source>the next change of a phase or state</source>
        <translation>下一次阶段或状态改变</translation>
    </message>
    <message>
        <source>the next commit</source>
        <translation>下一次提交</translation>
    </message>
    <message>
        <source>the next sentence of the lesson</source>
        <translation>下一句讲解</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减慢</translation>
    </message>
    <message>
        <source>Pause for reading</source>
        <translation>停顿以便阅读</translation>
    </message>
    <message>
        <source>Play waits a moment at each sentence of the lesson</source>
        <translation>播放到每句讲解时停顿片刻</translation>
    </message>
    <message>
        <source>Starts the lesson again from its beginning (Home)</source>
        <translation>从头重新开始课程（Home）</translation>
    </message>
    <message>
        <source>Goes back one step: %1 (left arrow)</source>
        <translation>后退一步：%1（左方向键）</translation>
    </message>
    <message>
        <source>Goes to %1 (right arrow)</source>
        <translation>前进到：%1（右方向键）</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>步长：%1</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>每秒事件数</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>vote round</source>
        <translation>投票轮次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends what is being carried out, where it is (Esc)</source>
        <translation>就地结束正在进行的操作（Esc）</translation>
    </message>
    <message>
        <source>To the next violation</source>
        <translation>到下一处违反</translation>
    </message>
    <message>
        <source>Plays the script on, at once, to where a property is violated (Ctrl+G)</source>
        <translation>立即把脚本继续运行到有性质被违反之处（Ctrl+G）</translation>
    </message>
</context>
<context>
    <name>zab::RunBar</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>How far a step goes</source>
        <translation>一步走多远</translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Speed of play (+ and −)</source>
        <translation>播放速度（+ 和 −）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>What the speed counts: events or virtual time</source>
        <translation>速度按什么计算：事件数或虚拟时间</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 事件/秒</translation>
    </message>
    <message>
        <source>Virtual time: %1</source>
        <translation>虚拟时间：%1</translation>
    </message>
    <message>
        <source>Virtual time. Event %1, step %2</source>
        <translation>虚拟时间。事件 %1，第 %2 步</translation>
    </message>
</context>
<context>
    <name>zab::SealDialog</name>
    <message>
        <source>New run with rules switched off</source>
        <translation>关闭一些规则的新运行</translation>
    </message>
    <message>
        <source>the scenario of the present run: %1</source>
        <translation>当前运行的场景：%1</translation>
    </message>
    <message>
        <source>a fresh ensemble of %1 servers</source>
        <translation>%1 台服务器的全新集群</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Tick the rules that it does without:</source>
        <translation>勾选要关闭的规则：</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
</context>
<context>
    <name>zab::SealList</name>
    <message>
        <source>Rules of the protocol; ticked: switched off</source>
        <translation>协议的规则；勾选：关闭</translation>
    </message>
    <message>
        <source>It guards %1: %2</source>
        <translation>它守护 %1：%2</translation>
    </message>
    <message>
        <source>Without it: %1
%2</source>
        <translation>没有它时：%1
%2</translation>
    </message>
</context>
<context>
    <name>zab::SidesDialog</name>
    <message>
        <source>Partition</source>
        <translation>网络分区</translation>
    </message>
    <message>
        <source>Servers on different sides cannot talk to each other.</source>
        <translation>不同边的服务器互不相通。</translation>
    </message>
    <message>
        <source>side %1</source>
        <translation>第 %1 边</translation>
    </message>
    <message>
        <source>Side of S%1</source>
        <translation>S%1 在哪一边</translation>
    </message>
</context>
<context>
    <name>zab::StageController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 decides</source>
        <translation>%1 的判定</translation>
    </message>
    <message>
        <source>%1 ignores it</source>
        <translation>%1 忽略它</translation>
    </message>
    <message>
        <source>switched off: %1</source>
        <translation>已关闭：%1</translation>
    </message>
    <message>
        <source>as in %1: %2</source>
        <translation>如 %1：%2</translation>
    </message>
</context>
<context>
    <name>zab::StageView</name>
    <message>
        <source>Drag a line: the servers on its two sides will not hear each other. Esc: no partition</source>
        <translation>拖出一条线：两边的服务器将互不相通。按 Esc 取消分区</translation>
    </message>
    <message>
        <source>Drag a line across the stage to cut the ensemble in two</source>
        <translation>在演示区拖出一条线，把集群切成两半</translation>
    </message>
    <message>
        <source>%1: click to inspect, right click to crash or freeze, drag to move</source>
        <translation>%1：点击查看，右键崩溃或冻结，拖动移位</translation>
    </message>
    <message>
        <source>%1: click to inspect, right click to cut or slow down</source>
        <translation>%1：点击查看，右键切断或变慢</translation>
    </message>
    <message>
        <source>%1: click to inspect, right click to drop, delay or deliver</source>
        <translation>%1：点击查看，右键丢弃、延迟或送达</translation>
    </message>
    <message>
        <source>%1: click to see why</source>
        <translation>%1：点击查看原因</translation>
    </message>
    <message>
        <source>%1: click to inspect</source>
        <translation>%1：点击查看</translation>
    </message>
    <message>
        <source>All servers are on one side: nothing will be cut</source>
        <translation>所有服务器都在同一边：什么也不会切断</translation>
    </message>
    <message>
        <source>Partition: %1 | %2</source>
        <translation>分区：%1 | %2</translation>
    </message>
    <message>
        <source>Inspect: what and why</source>
        <translation>查看：是什么，为什么</translation>
    </message>
    <message>
        <source>Crash %1</source>
        <translation>使 %1 崩溃</translation>
    </message>
    <message>
        <source>What was not fsynced is lost</source>
        <translation>没有 fsync 的内容丢失</translation>
    </message>
    <message>
        <source>Crash %1, keep unsynced data</source>
        <translation>使 %1 崩溃，保留未落盘数据</translation>
    </message>
    <message>
        <source>What was written but not fsynced survives</source>
        <translation>已写入但没有 fsync 的内容保留</translation>
    </message>
    <message>
        <source>Thaw %1</source>
        <translation>解冻 %1</translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>Force a timeout on %1</source>
        <translation>强制 %1 超时</translation>
    </message>
    <message>
        <source>Restart %1 from its disk</source>
        <translation>从磁盘重启 %1</translation>
    </message>
    <message>
        <source>Disk: one fsync takes</source>
        <translation>磁盘：一次 fsync 耗时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Cut %1 off from all others</source>
        <translation>把 %1 与其他服务器隔开</translation>
    </message>
    <message>
        <source>Heal all links of %1</source>
        <translation>恢复 %1 的所有链路</translation>
    </message>
    <message>
        <source>Back to its own place</source>
        <translation>归位</translation>
    </message>
    <message>
        <source>Cut both ways</source>
        <translation>双向切断</translation>
    </message>
    <message>
        <source>Cut only %1 to %2</source>
        <translation>只切断 %1 到 %2</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Latency, one way</source>
        <translation>单向延迟</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Milliseconds, one way:</source>
        <translation>单向毫秒数：</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>%1 % of the packets</source>
        <translation>%1% 的数据包</translation>
    </message>
    <message>
        <source>Deliver next</source>
        <translation>下一个送达</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Delay by</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>关闭会话</translation>
    </message>
    <message>
        <source>Let the client die silently</source>
        <translation>让客户端悄悄死掉</translation>
    </message>
    <message>
        <source>Partition: draw a line</source>
        <translation>网络分区：画一条线</translation>
    </message>
    <message>
        <source>Heal all links</source>
        <translation>恢复所有链路</translation>
    </message>
    <message>
        <source>Show pings</source>
        <translation>显示 ping</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>演示区</translation>
    </message>
    <message>
        <source>No ensemble yet: open a lesson or a scenario</source>
        <translation>还没有集群：请打开课程或场景</translation>
    </message>
    <message>
        <source>%1: click to open or close it, right click for what can be done</source>
        <translation>%1：单击打开或关闭，右键查看可做的操作</translation>
    </message>
    <message>
        <source>%1: click to inspect, right click for what can be done, Esc to close</source>
        <translation>%1：单击查看，右键查看可做的操作，Esc 关闭</translation>
    </message>
    <message>
        <source>%1 (Esc)</source>
        <translation>%1（Esc）</translation>
    </message>
    <message>
        <source>%1: click to follow its three steps</source>
        <translation>%1：单击查看它的三步</translation>
    </message>
    <message>
        <source>Close its card</source>
        <translation>关闭它的卡片</translation>
    </message>
    <message>
        <source>Open: its threads, queues and watches</source>
        <translation>打开：它的线程、队列和监听</translation>
    </message>
    <message>
        <source>Move to another server</source>
        <translation>移到另一台服务器</translation>
    </message>
    <message>
        <source>A callback takes</source>
        <translation>一次回调需要</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>不占时间</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>It goes on where it stood and does not know that time has passed</source>
        <translation>它从原处继续，不知道时间已经过去</translation>
    </message>
    <message>
        <source>Freeze it, as a long garbage collection does</source>
        <translation>冻结它，就像一次长时间的垃圾回收</translation>
    </message>
    <message>
        <source>Frozen longer than its timeout it loses its session without knowing it</source>
        <translation>冻结超过超时时间，它会失去会话而不自知</translation>
    </message>
    <message>
        <source>Let its session expire</source>
        <translation>让它的会话过期</translation>
    </message>
    <message>
        <source>by a pause: freeze it until the timeout has passed</source>
        <translation>用停顿：冻结它，直到超时</translation>
    </message>
    <message>
        <source>by its death: crash it, the servers wait for the timeout</source>
        <translation>用死亡：让它崩溃，服务器等到超时</translation>
    </message>
    <message>
        <source>The session ends at once, and its ephemeral znodes with it</source>
        <translation>会话立即结束，它的临时 znode 随之消失</translation>
    </message>
    <message>
        <source>Nobody is told: its session lives on at the servers until it expires, and its ephemeral znodes with it</source>
        <translation>不通知任何人：会话在服务器上保留到过期，它的临时 znode 也是</translation>
    </message>
    <message>
        <source>%1: click to see how the client last fared with it</source>
        <translation>%1：单击查看客户端上次与它交往的结果</translation>
    </message>
    <message>
        <source>Stands beside</source>
        <translation>站在哪台服务器旁</translation>
    </message>
    <message>
        <source>A cut between that server and another one cuts the client off from the other one too</source>
        <translation>切断这台服务器与另一台的链路，客户端也就到不了另一台</translation>
    </message>
    <message>
        <source>nowhere: nothing is cut</source>
        <translation>都不在：什么也不切断</translation>
    </message>
    <message>
        <source>Its part in a recipe</source>
        <translation>它在典型用法中的角色</translation>
    </message>
    <message>
        <source>Goes to the waiter whose request, transaction or znode this is</source>
        <translation>到发出这个请求、事务或拥有这个 znode 的等待者</translation>
    </message>
    <message>
        <source>%1: click for the list of them</source>
        <translation>%1：单击列出它们</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已死</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a client, its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Read…</source>
        <translation>读取…</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>写入 %1…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写入…</translation>
    </message>
    <message>
        <source>Sync %1</source>
        <translation>sync %1</translation>
    </message>
    <message>
        <source>Sync…</source>
        <translation>sync…</translation>
    </message>
    <message>
        <source>%1: click to see what it means; the lamp of the property that it guards lights up</source>
        <translation>%1：点击查看它的含义；它守护的性质的灯会亮起</translation>
    </message>
</context>
<context>
    <name>zab::TreePanel</name>
    <message>
        <source>as S%1 sees it</source>
        <translation>S%1 所见</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 在 %2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Whose tree is shown</source>
        <translation>显示谁的树</translation>
    </message>
    <message>
        <source>Znode tree</source>
        <translation>znode 树</translation>
    </message>
    <message>
        <source>%1 at %2 too, with another tree</source>
        <translation>%1 也在 %2，但树不同</translation>
    </message>
    <message>
        <source>%1: equal znodes</source>
        <translation>%1：znode 相同</translation>
    </message>
</context>
<context>
    <name>zab::ZnodeTreeModel</name>
    <message>
        <source>ephemeral of %1</source>
        <translation>临时，属于 %1</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>v%1 · %2 B</source>
        <translation>v%1 · %2 B</translation>
    </message>
    <message>
        <source>%1
data: %2
version %3, created by %4, changed by %5</source>
        <translation>%1
数据：%2
version %3，由 %4 创建，由 %5 修改</translation>
    </message>
    <message>
        <source>Znode</source>
        <translation>znode</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器节点</translation>
    </message>
</context>
</TS>
