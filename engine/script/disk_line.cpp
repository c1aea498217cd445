// SPDX-License-Identifier: GPL-3.0-or-later
// "disk S1 accepted 2 current 2 log 1.1-1.5 | 2.1-2.3 snapshot 1.4 (1.1-1.4) torn"
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

#include <algorithm>
#include <set>

namespace zab::script {
namespace {

bool isRange(const LineReader& line) {
    const Token& t = line.peek();
    return t.kind == Token::Kind::Word && !t.text.empty() && t.text[0] >= '0' && t.text[0] <= '9' && t.text.find('.') != std::string::npos;
}

class DiskParser {
public:
    explicit DiskParser(LineReader& line) : m_line(line) {}

    DiskImage parse() {
        if (m_line.atEnd()) m_line.failExpected("what is on the disk: accepted, current, log, snapshot, ... or 'new'");
        while (!m_line.atEnd()) part();
        if (m_image.damaged && !isLogged(*m_image.damaged))
            m_line.fail(m_line.peek(), "a damaged record stands in the log, and " + toString(*m_image.damaged) + " does not");
        if (!m_image.emptySnapshot && !m_image.snapshots.empty()) m_line.fail(m_line.peek(), "'no-snapshot' and a snapshot do not go together");
        if (m_image.torn && m_image.log.empty()) m_line.fail(m_line.peek(), "a torn last record needs a log");
        if (m_image.brandNew && m_image != onlyNew()) m_line.fail(m_line.peek(), "a new disk holds nothing else");
        return m_image;
    }

private:
    static DiskImage onlyNew() {
        DiskImage image;
        image.brandNew = true;
        return image;
    }

    bool isLogged(Zxid zxid) const {
        for (const auto& file : m_image.log)
            if (std::find(file.begin(), file.end(), zxid) != file.end()) return true;
        return false;
    }

    /// A part that a disk has once.
    void once() {
        const Token& t = m_line.peek();
        if (t.kind == Token::Kind::Word && t.text != "log" && t.text != "snapshot" && !m_seen.insert(t.text).second)
            m_line.fail(t, nameOf(t) + " stands here twice");
    }

    void part() {
        once();
        if (m_line.acceptWord("accepted")) m_image.acceptedEpoch = m_line.number("an epoch", 0, kMostEpoch);
        else if (m_line.acceptWord("current")) m_image.currentEpoch = m_line.number("an epoch", 0, kMostEpoch);
        else if (m_line.acceptWord("current-tmp")) m_image.currentEpochTmp = m_line.number("an epoch", 0, kMostEpoch);
        else if (m_line.acceptWord("log")) log();
        else if (m_line.acceptWord("snapshot")) snapshot();
        else if (m_line.acceptWord("no-snapshot")) m_image.emptySnapshot = false;
        else if (m_line.acceptWord("torn")) m_image.torn = true;
        else if (m_line.acceptWord("damaged")) m_image.damaged = m_line.zxid();
        else if (m_line.acceptWord("new")) m_image.brandNew = true;
        else m_line.failExpected("accepted, current, current-tmp, log, snapshot, no-snapshot, torn, damaged or new");
    }

    void log() {
        do {
            m_image.log.push_back(ranges(true));
        } while (m_line.acceptSign('|'));
    }

    /// The elections to come need room for their epochs.
    void checkEpoch(const Token& t, Zxid zxid) const {
        if (zxid.epoch() > kMostEpoch) m_line.fail(t, "an epoch is at most " + std::to_string(kMostEpoch) + " here, so that there is room for the next ones");
    }

    void snapshot() {
        DiskImage::Snapshot s;
        const Token t = m_line.peek();
        s.zxid = m_line.zxid();
        checkEpoch(t, s.zxid);
        for (const DiskImage::Snapshot& other : m_image.snapshots)
            if (other.zxid == s.zxid) m_line.fail(t, nameOf(t) + " stands here twice");
        if (m_line.acceptSign('(')) {
            if (isRange(m_line)) s.txns = ranges(false);
            if (!m_line.acceptSign(')')) m_line.failExpected("')'");
        }
        s.broken = m_line.acceptWord("broken");
        m_image.snapshots.push_back(std::move(s));
    }

    /// "1.1-1.5 1.7": transactions in order.
    std::vector<Zxid> ranges(bool ascending) {
        std::vector<Zxid> list;
        do {
            const Token t = m_line.peek();
            const std::size_t dash = t.text.find('-');
            const auto from = t.kind == Token::Kind::Word ? parseZxid(std::string_view(t.text).substr(0, dash)) : std::nullopt;
            const auto to = dash == std::string::npos ? from : parseZxid(std::string_view(t.text).substr(dash + 1));
            if (!from || !to) m_line.failExpected("transactions such as 1.1-1.5 or 1.7");
            checkEpoch(t, *to);
            if (from->counter() == 0) m_line.fail(t, "counter 0 never belongs to a transaction");
            if (from->epoch() != to->epoch() || *to < *from) m_line.fail(t, "a range goes upwards within one epoch");
            if (ascending && *from <= m_last) m_line.fail(t, "the transactions of a log go upwards, and " + nameOf(t) + " does not follow " + toString(m_last));
            m_total += to->counter() - from->counter() + 1;
            if (m_total > kMostDiskTxns) m_line.fail(t, "a disk takes at most " + std::to_string(kMostDiskTxns) + " transactions");
            for (Zxid z = *from; z <= *to; z = z.next()) list.push_back(z);
            if (ascending) m_last = *to;
            m_line.take();
        } while (isRange(m_line));
        return list;
    }

    LineReader& m_line;
    DiskImage m_image;
    std::set<std::string> m_seen;
    Zxid m_last;
    std::int64_t m_total = 0;
};

}  // namespace

void parseDisk(LineReader& line, Scenario& scenario) {
    const Token where = line.peek();
    const std::vector<ServerId> servers = line.servers();
    const DiskImage image = DiskParser(line).parse();
    for (const ServerId s : servers)
        if (!scenario.disks.emplace(s.value, image).second) line.fail(where, "there is a 'disk' line for S" + std::to_string(s.value) + " already");
}

}  // namespace zab::script
