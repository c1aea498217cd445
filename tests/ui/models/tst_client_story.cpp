// SPDX-License-Identifier: GPL-3.0-or-later
// What the trace of a real run tells of a client: the three steps of a registration, forward and after a step back.
#include "engine/lab/lab.h"
#include "engine/script/script.h"
#include "engine/zab/rules.h"
#include "ui/models/client_story.h"

#include <QtTest>

using namespace zab;

namespace {

const char* const kBegin =
    "servers 3\nseed 31\nstart all\nrun until leader S3\nrun until quiet\nC1 connect S1\nC2 connect S2\nrun until quiet\n"
    "C1 create /a \"1\"\nC1 create /b \"1\"\nrun until quiet\nC1 callback 5s\nC1 get /a watch\nC1 get /b watch\nC1 exists /c watch\n"
    "C1 children / watch\nrun until quiet\n";

std::unique_ptr<Lab> play(const std::string& text) {
    const auto parsed = parseScript(text, "story.lab");
    const auto* script = std::get_if<Script>(&parsed);
    if (!script) return nullptr;
    auto lab = std::make_unique<Lab>(script->scenario);
    ScriptRunner runner(*script, *lab);
    while (!runner.atEnd() && runner.step()) {}
    return runner.error() || !runner.failures().empty() ? nullptr : std::move(lab);
}

ClientStories storiesOf(const Trace& trace) {
    ClientStories stories;
    stories.take(trace, 0, trace.size());
    return stories;
}

const WatchRegistration* find(const ClientStory& story, WatchRegistration::Kind kind, const char* path) {
    for (const WatchRegistration& w : story.registrations)
        if (w.kind == kind && w.path == path) return &w;
    return nullptr;
}

}  // namespace

class TestClientStory : public QObject {
    Q_OBJECT

private slots:
    void registersWithTheAnswer();
    void threeStepsInTheirOrder();
    void waitsBehindACallback();
    void aStepBackForgets();
    void serversOfTheListAndAuth();
    void takenInPiecesItIsTheSame();
};

void TestClientStory::registersWithTheAnswer() {
    const auto lab = play(kBegin);
    QVERIFY(lab);
    const ClientStory story = storiesOf(lab->trace()).of({1}, lab->trace());
    QCOMPARE(story.registrations.size(), std::size_t(4));
    for (const auto& [kind, path] : {std::pair(WatchRegistration::Kind::Data, "/a"), std::pair(WatchRegistration::Kind::Data, "/b"),
                                     std::pair(WatchRegistration::Kind::Exist, "/c"), std::pair(WatchRegistration::Kind::Child, "/")}) {
        const WatchRegistration* w = find(story, kind, path);
        QVERIFY2(w, path);
        QVERIFY(w->registered != kNoEvent && w->triggered == kNoEvent && w->called == kNoEvent);
        QVERIFY(lab->trace().at(w->registered).actor == ActorId(ClientId{1}));
    }
    QVERIFY(storiesOf(lab->trace()).of({2}, lab->trace()).registrations.empty());
}

void TestClientStory::threeStepsInTheirOrder() {
    const auto lab = play(std::string(kBegin) + "C2 set /a \"2\"\nrun until quiet\n");
    QVERIFY(lab);
    const Trace& trace = lab->trace();
    const ClientStory story = storiesOf(trace).of({1}, trace);
    const WatchRegistration* a = find(story, WatchRegistration::Kind::Data, "/a");
    QVERIFY(a && a->registered < a->triggered && a->triggered < a->queued && a->queued < a->called);
    QCOMPARE(trace.at(a->triggered).rule, RuleId::WatchTriggered);
    QVERIFY(trace.at(a->triggered).actor == ActorId(ServerId{1}));   // the server that the client is connected to
    QCOMPARE(trace.at(a->called).rule, RuleId::CallbackRuns);
    QCOMPARE(story.callback, a->called);
    QCOMPARE(trace.at(a->step(2)).time, a->at(2));
    const WatchRegistration* b = find(story, WatchRegistration::Kind::Data, "/b");
    QVERIFY(b && b->triggered == kNoEvent);
}

void TestClientStory::waitsBehindACallback() {
    const auto lab = play(std::string(kBegin) + "C2 set /a \"2\"\nrun until quiet\nC2 set /b \"2\"\nC2 create /c\nrun until quiet\n");
    QVERIFY(lab);
    const Trace& trace = lab->trace();
    const ClientStories stories = storiesOf(trace);
    const ClientStory story = stories.of({1}, trace);
    const WatchRegistration* b = find(story, WatchRegistration::Kind::Data, "/b");
    QVERIFY(b && b->queued != kNoEvent && b->called == kNoEvent);
    // What stands in the view as waiting are the newest of the queued events, in that order.
    const ClusterView view = lab->view();
    const ClientView& client = view.clients[0];
    QCOMPARE(client.waitingSize, 3);   // /b, the children of /, /c
    for (std::size_t i = 0; i < 3; ++i) {
        const Event& e = trace.at(story.queued[story.queued.size() - 3 + i]);
        QCOMPARE(trace.text(e.text), client.waiting[i].subject);
    }
    QCOMPARE(stories.lastDecision({1}), story.queued.back());
}

void TestClientStory::aStepBackForgets() {
    const auto lab = play(std::string(kBegin) + "C2 set /a \"2\"\nrun until quiet\n");
    QVERIFY(lab);
    const Trace& trace = lab->trace();
    ClientStories stories = storiesOf(trace);
    const ClientStory whole = stories.of({1}, trace);
    const WatchRegistration a = *find(whole, WatchRegistration::Kind::Data, "/a");
    stories.undo(a.called);
    const ClientStory before = stories.of({1}, trace);
    const WatchRegistration* earlier = find(before, WatchRegistration::Kind::Data, "/a");
    QVERIFY(earlier && earlier->queued == a.queued && earlier->called == kNoEvent);
    stories.undo(a.registered);
    QVERIFY(!find(stories.of({1}, trace), WatchRegistration::Kind::Data, "/a"));
    QVERIFY(stories.lastDecision({1}) < a.registered);
    stories.take(trace, a.registered, trace.size());
    QCOMPARE(stories.of({1}, trace), whole);
}

void TestClientStory::serversOfTheListAndAuth() {
    const auto lab = play(std::string(kBegin) + "C1 auth digest \"anna:secret\"\nrun until quiet\nC1 callback 0s\ncrash S1\nrun 4s\n");
    QVERIFY(lab);
    const Trace& trace = lab->trace();
    ClientStories stories = storiesOf(trace);
    const ClientStory story = stories.of({1}, trace);
    const ClientView client = lab->view().clients[0];
    QVERIFY(client.connected && client.server != ServerId{1});
    QCOMPARE(trace.at(story.servers.at(client.server.value)).kind, EventKind::ClientConnected);
    QVERIFY(story.servers.count(1));
    // On the new connection it has said again who it is.
    QCOMPARE(trace.at(story.auth).rule, RuleId::ClientPrimesAuth);
    QVERIFY(story.auth > story.servers.at(1));
    stories.undo(story.auth);
    const ClientStory before = stories.of({1}, trace);
    QCOMPARE(trace.at(before.auth).kind, EventKind::ClientRequest);
    QVERIFY(trace.at(before.auth).peer == ActorId(ServerId{1}));
}

void TestClientStory::takenInPiecesItIsTheSame() {
    const auto lab = play(std::string(kBegin) + "C2 set /a \"2\"\nrun until quiet\n");
    QVERIFY(lab);
    ClientStories stories;
    for (EventId id = 0; id < lab->trace().size(); id += 7) stories.take(lab->trace(), id, std::min(id + 7, lab->trace().size()));
    QCOMPARE(stories.of({1}, lab->trace()), storiesOf(lab->trace()).of({1}, lab->trace()));
}

QTEST_GUILESS_MAIN(TestClientStory)
#include "tst_client_story.moc"
