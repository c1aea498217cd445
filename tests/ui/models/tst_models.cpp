// SPDX-License-Identifier: GPL-3.0-or-later
// Text in, text out: traces and trees from compact descriptions, models printed as lines.
#include "engine/zab/rules.h"
#include "ui/models/event_list_model.h"
#include "ui/models/inspection.h"
#include "ui/models/znode_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace zab;

namespace {

EventId add(Trace& trace, EventKind kind, int server, EventId cause = kNoEvent, MessageType message = MessageType::None, int peer = 0,
            std::array<std::int64_t, 6> args = {}, RuleId rule = RuleId::None) {
    Event e;
    e.kind = kind;
    e.actor = ServerId{server};
    e.peer = ServerId{peer};
    e.cause = cause;
    e.message = message;
    e.args = args;
    e.rule = rule;
    e.time = usec(1000 * trace.size());
    return trace.append(e);
}

/// A proposal that is acknowledged, and a ping.
void fill(Trace& trace) {
    const std::int64_t zxid = Zxid::make(2, 6).value;
    const EventId made = add(trace, EventKind::ProposalMade, 3, kNoEvent, MessageType::None, 0, {zxid});
    const EventId sent = add(trace, EventKind::PacketSent, 3, made, MessageType::Proposal, 1, {zxid});
    add(trace, EventKind::PacketSent, 3, kNoEvent, MessageType::Ping, 1);
    const EventId got = add(trace, EventKind::PacketDelivered, 1, sent, MessageType::Proposal, 3, {zxid});
    add(trace, EventKind::Decided, 1, got, MessageType::None, 0, {zxid}, RuleId::AckAfterFsync);
}

QStringList lines(const QAbstractItemModel& model) {
    QStringList out;
    for (int r = 0; r < model.rowCount(); ++r) {
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c) cells << model.index(r, c).data().toString();
        out << cells.join(QStringLiteral(" | "));
    }
    return out;
}

void treeLines(const QAbstractItemModel& model, const QModelIndex& at, int depth, QStringList& out) {
    static const char* const marks[] = {"", " +", " *", " -"};
    QString line = QString(depth * 2, QLatin1Char(' ')) + at.data().toString();
    const QString detail = at.siblingAtColumn(1).data().toString();
    if (!detail.isEmpty()) line += QStringLiteral(" (%1)").arg(detail);
    out << line + QString::fromLatin1(marks[at.data(ZnodeTreeModel::MarkRole).toInt()]);
    for (int r = 0; r < model.rowCount(at); ++r) treeLines(model, model.index(r, 0, at), depth + 1, out);
}

QStringList treeLines(const ZnodeTreeModel& model) {
    QStringList out;
    treeLines(model, model.index(0, 0), 0, out);
    return out.filter(QRegularExpression(QStringLiteral("^(?!.*(zookeeper|quota|config)).*$")));
}

TxnBody create(const char* path, const char* data = "", bool ephemeral = false) {
    TxnBody b;
    b.type = OpCode::Create;
    b.path = path;
    b.data = data;
    b.ephemeral = ephemeral;
    b.parentCVersion = 1;
    return b;
}

TxnBody change(const char* path, const char* data, int version) {
    TxnBody b;
    b.type = OpCode::SetData;
    b.path = path;
    b.data = data;
    b.version = version;
    return b;
}

TxnBody removal(const char* path) {
    TxnBody b;
    b.type = OpCode::Delete;
    b.path = path;
    return b;
}

}  // namespace

class TestModels : public QObject {
    Q_OBJECT

private slots:
    void eventList();
    void eventListUndoes();
    void eventListFiltersAsItGrows();
    void znodeTree();
    void znodeTreeSaysWhatChanged();
    void deletedZnodesAreSeenOnceMore();
    void inspectsAnEvent();
    void rulesOfTheLabAreNotZooKeepers();
    void inspectsAServerAndALink();
    void nothingIsInspectedWhereNothingIs();
    void aClientShowsItsThreads();
};

void TestModels::eventList() {
    Trace trace;
    EventListModel model(trace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(trace);
    model.append(0, trace.size());
    QCOMPARE(lines(model), (QStringList{
                               QStringLiteral("0.000 000 s | S3 | proposes 2.6"),
                               QStringLiteral("0.001 000 s | S3 | PROPOSAL 2.6 → S1"),
                               QStringLiteral("0.003 000 s | S1 | PROPOSAL 2.6 from S3"),
                               QStringLiteral("0.004 000 s | S1 | 2.6 is on disk now, so it is acknowledged."),
                           }));
    QCOMPARE(model.eventAt(2), EventId{3});
    QCOMPARE(model.rowOf(3), 2);
    QCOMPARE(model.rowOf(2), 1);   // a hidden one: the nearest older one that is shown
    QCOMPARE(model.rowOf(-1), -1);
    QCOMPARE(model.headerData(EventListModel::What, Qt::Horizontal).toString(), QStringLiteral("What happened"));
}

void TestModels::eventListUndoes() {
    Trace trace;
    EventListModel model(trace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(trace);
    model.append(0, trace.size());
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    trace.truncate(3, Digest());
    model.undo(3);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
    model.undo(3);
    QCOMPARE(removed.size(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::eventListFiltersAsItGrows() {
    Trace trace;
    EventListModel model(trace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    EventFilter filter;
    filter.server = ServerId{1};
    filter.topic = EventFilter::Topic::Packets;
    filter.hideNoise = false;
    model.setFilter(filter);
    fill(trace);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(0, 2);
    model.append(2, trace.size());
    const QStringList grown = lines(model);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(grown.size(), 3);   // proposal sent, ping sent, proposal delivered
    EventListModel fresh(trace);
    fresh.setFilter(filter);
    QCOMPARE(lines(fresh), grown);   // filtering as it grows and filtering afterwards agree
    filter.topic = EventFilter::Topic::Decisions;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
}

void TestModels::znodeTree() {
    DataTree tree;
    tree.apply(Zxid::make(1, 1), {}, 0, create("/app", "hello"));
    tree.apply(Zxid::make(1, 2), SessionId{0x100}, 0, create("/app/lock", "", true));
    ZnodeTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(tree);
    QCOMPARE(treeLines(model), (QStringList{QStringLiteral("/"), QStringLiteral("  app (v0 · 5 B)"), QStringLiteral("    lock (ephemeral of 0x100)")}));
    QCOMPARE(model.indexOf("/app/lock").data(ZnodeTreeModel::PathRole).toString(), QStringLiteral("/app/lock"));
    QVERIFY(!model.indexOf("/none").isValid());
}

void TestModels::znodeTreeSaysWhatChanged() {
    DataTree tree;
    tree.apply(Zxid::make(1, 1), {}, 0, create("/b", "1"));
    tree.apply(Zxid::make(1, 2), {}, 0, create("/d", "2"));
    ZnodeTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(tree);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset), inserted(&model, &QAbstractItemModel::rowsInserted),
        removed(&model, &QAbstractItemModel::rowsRemoved), changed(&model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex d(model.indexOf("/d"));
    tree.apply(Zxid::make(1, 3), {}, 0, create("/c", "3"));
    tree.apply(Zxid::make(1, 4), {}, 0, change("/d", "22", 1));
    tree.apply(Zxid::make(1, 5), {}, 0, removal("/b"));
    model.setTree(tree);
    QCOMPARE(treeLines(model).mid(1), (QStringList{QStringLiteral("  b (deleted) -"), QStringLiteral("  c (v0 · 1 B) +"), QStringLiteral("  d (v1 · 2 B) *")}));
    QVERIFY(d.isValid());
    QCOMPARE(d.data(ZnodeTreeModel::PathRole).toString(), QStringLiteral("/d"));   // kept: its expansion and selection stay
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(reset.size(), 0);
    changed.clear();
    model.setTree(tree);
    QCOMPARE(changed.size(), 0);   // nothing differs: nothing is said
    tree.apply(Zxid::make(1, 6), {}, 0, create("/e", ""));
    model.setTree(tree);
    QCOMPARE(treeLines(model).mid(1), (QStringList{QStringLiteral("  c (v0 · 1 B)"), QStringLiteral("  d (v1 · 2 B)"), QStringLiteral("  e +")}));
    QCOMPARE(removed.size(), 1);
}

/// What is gone stays to be seen until something else changes, with all that stood below it; and it may come again at once.
void TestModels::deletedZnodesAreSeenOnceMore() {
    DataTree tree;
    tree.apply(Zxid::make(1, 1), {}, 0, create("/a", "1"));
    tree.apply(Zxid::make(1, 2), {}, 0, create("/a/x", "2"));
    tree.apply(Zxid::make(1, 3), {}, 0, create("/m", "3"));
    ZnodeTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(tree);
    DataTree less = tree;
    less.apply(Zxid::make(1, 4), {}, 0, removal("/a/x"));
    less.apply(Zxid::make(1, 5), {}, 0, removal("/a"));
    model.setTree(less);
    const QStringList both{QStringLiteral("  a (deleted) -"), QStringLiteral("    x (deleted) -"), QStringLiteral("  m (v0 · 1 B)")};
    QCOMPARE(treeLines(model).mid(1), both);
    model.setTree(less);
    QCOMPARE(treeLines(model).mid(1), both);
    DataTree again = less;
    again.apply(Zxid::make(1, 6), {}, 0, create("/a", "4"));
    model.setTree(again);
    QCOMPARE(treeLines(model).mid(1), (QStringList{QStringLiteral("  a (v0 · 1 B) +"), QStringLiteral("  m (v0 · 1 B)")}));
    model.replaceTree(less);   // another server's tree: not a word of what this one has not
    QCOMPARE(treeLines(model).mid(1), QStringList{QStringLiteral("  m (v0 · 1 B)")});
    QVERIFY(!model.indexOf("/a").isValid());
}

void TestModels::inspectsAnEvent() {
    Trace trace;
    fill(trace);
    const Inspection i = inspect(Selection::ofEvent(4), trace, ClusterView());
    QCOMPARE(toText(i), QStringLiteral("S1: decision\n"
                                       "2.6 is on disk now, so it is acknowledged.\n"
                                       "zxid = 2.6\n"
                                       "rule AckAfterFsync, SendAckRequestProcessor, section 3.7\n"
                                       "because of 0.000 000 s  S3: proposes 2.6\n"
                                       "because of 0.001 000 s  S3: PROPOSAL 2.6 → S1\n"
                                       "because of 0.003 000 s  S1: PROPOSAL 2.6 from S3"));
    const Inspection sent = inspect(Selection::ofEvent(0), trace, ClusterView());
    QCOMPARE(sent.effects.size(), std::size_t{1});
    QCOMPARE(sent.effects[0].event, EventId{1});
}

void TestModels::rulesOfTheLabAreNotZooKeepers() {
    Trace trace;
    add(trace, EventKind::Ignored, 1, kNoEvent, MessageType::None, 0, {1}, RuleId::PacketServerDown);
    const Inspection i = inspect(Selection::ofEvent(0), trace, ClusterView());
    QVERIFY(i.ofTheLab());
    QVERIFY2(toText(i).contains(QStringLiteral("rule PacketServerDown of the lab, not of ZooKeeper")), qPrintable(toText(i)));
}

void TestModels::inspectsAServerAndALink() {
    Trace trace;
    fill(trace);
    ClusterView view;
    ServerView s;
    s.id = ServerId{1};
    s.life = ServerLife::Up;
    s.state = ServerState::Following;
    s.phase = Phase::Broadcast;
    s.leader = ServerId{3};
    s.acceptedEpoch = 2;
    s.lastDecision = 4;
    view.servers.push_back(s);
    LinkView link;
    link.a = ServerId{1};
    link.b = ServerId{3};
    link.cutBA = true;
    view.links.push_back(link);
    const QString text = toText(inspect(Selection::ofServer(ServerId{1}), trace, view));
    QVERIFY2(text.startsWith(QStringLiteral("S1: FOLLOWING, BROADCAST")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Leader: S3")));
    QVERIFY(text.contains(QStringLiteral("acceptedEpoch: 2")));
    QVERIFY(text.contains(QStringLiteral("2.6 is on disk now, so it is acknowledged.")));
    const QString cut = toText(inspect(Selection::ofLink(ServerId{3}, ServerId{1}), trace, view));
    QVERIFY2(cut.contains(QStringLiteral("link, cut one way")) && cut.contains(QStringLiteral("Cut: S3 → S1")), qPrintable(cut));
}

// A client opened: both threads with their queues, the running callback and the watches.
void TestModels::aClientShowsItsThreads() {
    ClusterView view;
    ClientView c;
    c.id = ClientId{1};
    c.connected = true;
    c.server = ServerId{2};
    c.state = "CONNECTED";
    c.pendingSize = 1;
    c.pending = {{7, "getData", "/b"}};
    c.calling = true;
    c.callback = {"NodeDataChanged", "/a"};
    c.callbackUntil = sec(5);
    c.waitingSize = 1;
    c.waiting = {{"None", "Disconnected"}};
    c.dataWatches = {"/x"};
    c.watches = {{ClientWatchView::Kind::Data, "/x", {"", "w1"}}, {ClientWatchView::Kind::Recursive, "/t", {""}}};
    view.clients = {c};
    const QString text = toText(inspect(Selection::ofClient(ClientId{1}), Trace(), view));
    for (const char* part : {"SendThread: state: CONNECTED", "SendThread: outgoing queue: empty", "SendThread: pending queue: 1: #7 getData /b",
                             "EventThread: calls: NodeDataChanged /a, until", "EventThread: waiting events: 1: None Disconnected", "Watches: data: /x"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
}

void TestModels::nothingIsInspectedWhereNothingIs() {
    Trace trace;
    for (const Selection& s : {Selection(), Selection::ofServer(ServerId{4}), Selection::ofEvent(7), Selection::ofClient(ClientId{2}),
                               Selection::ofLink(ServerId{1}, ServerId{2}), Selection::ofPacket(3, kNoEvent), Selection::ofZnode(ServerId{1}, "/x")})
        QVERIFY(inspect(s, trace, ClusterView()).isEmpty());
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
