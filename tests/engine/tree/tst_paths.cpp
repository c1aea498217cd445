// SPDX-License-Identifier: GPL-3.0-or-later
// Paths: cutting them, PathUtils.validatePath (§5.8), and the order of keys; with them the names of request.h.
#include "engine/tree/paths.h"

#include "engine/base/prng.h"
#include "engine/tree/request.h"
#include "engine/tree/txn_body.h"

#include <QtTest>

#include <algorithm>
#include <set>
#include <vector>

using namespace zab;

class TestPaths : public QObject {
    Q_OBJECT
private slots:
    void cutsIntoParentAndName_data();
    void cutsIntoParentAndName();
    void validatesAsPathUtils_data();
    void validatesAsPathUtils();
    void childrenOfOneParentLieSideBySide();
    void hashesAreTheSameEverywhere();
    void namesAreThoseOfZooKeeper();
    void everyFieldOfABodyIsInItsDigest();
    void bodiesHaveTheSizeOfALogRecord();
};

void TestPaths::cutsIntoParentAndName_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* path, const char* parent, const char* name) {
        QTest::newRow(*path ? path : "empty") << QByteArray(path) << QByteArray(parent) << QByteArray(name);
    };
    row("/", "", "");
    row("/a", "/", "a");
    row("/a/b", "/a", "b");
    row("/a/b/", "/a/b", "");
    row("a", "", "a");
    row("", "", "");
}

void TestPaths::cutsIntoParentAndName() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, parent);
    QFETCH(QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(std::string(parentPath(path.toStdString()))), parent);
    QCOMPARE(QByteArray::fromStdString(std::string(baseName(path.toStdString()))), name);
    if (path.size() > 1 && path.startsWith('/')) {
        QCOMPARE(QByteArray::fromStdString(joinPath(parent.toStdString(), name.toStdString())), path);
    }
}

void TestPaths::validatesAsPathUtils_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const QByteArray& path, const char* problem) {
        QByteArray sentence = problem;
        const bool inside = sentence.contains(" @");
        QTest::newRow(name) << path << (inside ? "Invalid path string \"" + path + "\" caused by " + sentence : sentence);
    };
    row("root", "/", "");
    row("plain", "/a/b-c_d:e f", "");
    row("dots in names", "/a.b/..c/d../...", "");
    row("umlaut and chinese", "/\xc3\xa4/\xe4\xb8\xad", "");
    row("empty", "", "Path length must be > 0");
    row("no slash in front", "a/b", "Path must start with / character");
    row("slash at the end", "/a/", "Path must not end with / character");
    row("two slashes", "//", "Path must not end with / character");
    row("empty name", "/a//b", "empty node name specified @3");
    row("empty name first", "//b", "empty node name specified @1");
    row("dot", "/a/./b", "relative paths not allowed @3");
    row("dot at the end", "/a/.", "relative paths not allowed @3");
    row("two dots", "/a/../b", "relative paths not allowed @4");
    row("two dots alone", "/..", "relative paths not allowed @2");
    row("null", QByteArray("/a\0b", 4), "null character not allowed @2");
    row("control", "/a\x01", "invalid character @2");
    row("del", "/\x7f", "invalid character @1");
    row("c1 control", "/a\xc2\x9f", "invalid character @2");
    row("after c1", "/a\xc2\xa0", "");
    row("private use", "/\xee\x80\x80", "invalid character @1");
    row("after private use", "/\xef\xa4\x80", "");
    row("specials", "/\xef\xbf\xb0", "invalid character @1");
    row("before specials", "/\xef\xbf\xaf", "");
    row("beyond the first plane", "/ab\xf0\x9f\x98\x80", "invalid character @3");
    row("position counts characters", "/\xc3\xa4\x01", "invalid character @2");
    row("broken utf-8", "/a\xff", "invalid character @2");
}

void TestPaths::validatesAsPathUtils() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, problem);
    QCOMPARE(QByteArray::fromStdString(pathProblem(path.toStdString())), problem);
    QCOMPARE(isValidPath(path.toStdString()), problem.isEmpty());
}

void TestPaths::childrenOfOneParentLieSideBySide() {
    std::vector<PathKey> keys;
    for (int p = 0; p < 40; ++p) {
        for (int c = 0; c < 25; ++c) keys.emplace_back(PathRef("/p" + std::to_string(p) + "/c" + std::to_string(c)));
    }
    std::sort(keys.begin(), keys.end(), PathOrder{});
    std::set<std::string> closed;
    std::string current;
    for (const PathKey& key : keys) {
        const std::string parent(parentPath(key.path));
        QVERIFY(key.rank >= firstChildRank(parent));
        QCOMPARE(key.rank >> 32, firstChildRank(parent) >> 32);
        if (parent == current) continue;
        QVERIFY(!closed.contains(parent));
        closed.insert(current = parent);
    }
    QCOMPARE(closed.size(), std::size_t{40});
}

void TestPaths::hashesAreTheSameEverywhere() {
    // Fixed numbers: whoever changes the hash changes every digest of a run.
    QCOMPARE(hashBytes(""), std::uint64_t{0x1eceecea870713a4U});
    QCOMPARE(hashBytes("a"), std::uint64_t{0x40be9da3f3314546U});
    QCOMPARE(hashBytes("zookeeper quota"), std::uint64_t{0xacee2d35db98d78aU});
    std::set<std::uint64_t> seen;
    for (int length = 0; length < 40; ++length) seen.insert(hashBytes(std::string(static_cast<std::size_t>(length), '\0')));
    QCOMPARE(seen.size(), std::size_t{40});
}

void TestPaths::namesAreThoseOfZooKeeper() {
    QCOMPARE(opName(OpCode::GetChildren), std::string_view("getChildren"));
    QCOMPARE(opName(OpCode::CloseSession), std::string_view("closeSession"));
    QCOMPARE(opName(static_cast<OpCode>(99)), std::string_view("?"));
    QCOMPARE(errorName(ErrorCode::NoChildrenForEphemerals), std::string_view("NOCHILDRENFOREPHEMERALS"));
    QCOMPARE(errorName(ErrorCode::Ok), std::string_view("OK"));
    QCOMPARE(watchEventName(WatchEventType::NodeDataChanged), std::string_view("NodeDataChanged"));
    std::string forwarded;
    std::string writes;
    for (int code = -11; code <= 11; ++code) {
        const auto op = static_cast<OpCode>(code);
        if (isForwarded(op)) forwarded += std::string(opName(op)) + " ";
        if (isWrite(op)) writes += std::string(opName(op)) + " ";
    }
    QCOMPARE(forwarded, std::string("closeSession createSession create delete setData sync "));
    QCOMPARE(writes, std::string("closeSession createSession create delete setData "));
}

void TestPaths::everyFieldOfABodyIsInItsDigest() {
    std::vector<TxnBody> bodies(11);
    bodies[1].type = OpCode::Delete;
    bodies[2].path = "/a";
    bodies[3].data = "/a";
    bodies[4].ephemeral = true;
    bodies[5].parentCVersion = 1;
    bodies[6].version = 1;
    bodies[7].timeoutMs = 1;
    bodies[8].paths = {"/a"};
    bodies[9].paths = {"/", "a"};
    bodies[10].error = ErrorCode::NoNode;
    std::set<std::uint64_t> digests;
    for (const TxnBody& b : bodies) {
        QCOMPARE(b.digest(), TxnBody(b).digest());
        digests.insert(b.digest());
    }
    QCOMPARE(digests.size(), bodies.size());
}

void TestPaths::bodiesHaveTheSizeOfALogRecord() {
    constexpr int frame = 8 + 4 + 1;
    constexpr int digest = 12;
    TxnBody body;
    body.type = OpCode::CreateSession;
    QCOMPARE(body.sizeBytes(), 36 + frame + digest);  // 36: the recorded entry of §14.2
    body.type = OpCode::Error;
    QCOMPARE(body.sizeBytes(), 36 + frame);
    body.type = OpCode::Create;
    body.path = "/ab";
    body.data = "12345";
    QCOMPARE(body.sizeBytes(), 32 + (4 + 3) + (4 + 5) + 27 + 1 + 4 + frame + digest);
    body.type = OpCode::SetData;
    QCOMPARE(body.sizeBytes(), 32 + (4 + 3) + (4 + 5) + 4 + frame + digest);
    body.type = OpCode::Delete;
    QCOMPARE(body.sizeBytes(), 32 + (4 + 3) + frame + digest);
    body.type = OpCode::CloseSession;
    body.paths = {"/a", "/bcd"};
    QCOMPARE(body.sizeBytes(), 32 + 4 + (4 + 2) + (4 + 4) + frame + digest);
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
