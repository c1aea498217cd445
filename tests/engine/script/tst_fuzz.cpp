// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in a file: a script, or one sentence with a place. Never a crash. Seeded, so a failure can be repeated.
#include "engine/base/prng.h"
#include "engine/script/script.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace zab;

class TestFuzz : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* folder : {"scenarios", "lessons"}) {
            const QDir dir(QString(ZAB_SOURCE_DIR "/resources/") + folder);
            for (const QString& name : dir.entryList({"*.lab"}, QDir::Files, QDir::Name)) {
                QFile file(dir.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                m_scripts.push_back(file.readAll().toStdString());
            }
        }
        QVERIFY(m_scripts.size() >= 20);
    }

    void mutatedScripts() {
        int good = 0;
        for (std::uint64_t seed = 1; seed <= 8000; ++seed) {
            const std::string text = mutated(seed);
            const auto result = parseScript(text, "fuzz.lab");
            if (const auto* error = std::get_if<ScriptError>(&result)) check(*error, text, seed);
            else ++good;
        }
        // A mutation in a comment or a sentence does no harm; most others are noticed.
        QVERIFY(good > 100);
        QVERIFY(good < 7000);
    }

    void truncatedFiles() {
        for (const std::string& script : m_scripts) {
            for (std::size_t n = 0; n < script.size(); n += 7) {
                const std::string text = script.substr(0, n);
                const auto result = parseScript(text, "fuzz.lab");
                if (const auto* error = std::get_if<ScriptError>(&result)) check(*error, text, n);
            }
        }
    }

    void whatStillParsesCanBePlayed() {
        int played = 0;
        for (std::uint64_t seed = 1; seed <= 400; ++seed) {
            const auto result = parseScript(mutated(seed), "fuzz.lab");
            const auto* script = std::get_if<Script>(&result);
            if (!script || script->scenario.ensemble.serverCount() > 5) continue;
            Lab lab(script->scenario);
            ScriptRunner runner(*script, lab);
            while (!runner.atEnd() && lab.step() < 20000 && runner.step()) {}
            ++played;
        }
        QVERIFY(played > 10);
    }

private:
    std::string mutated(std::uint64_t seed) const {
        Prng random(seed);
        std::string text = m_scripts[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(m_scripts.size())))];
        for (std::int64_t n = 1 + random.below(4); n > 0; --n) mutate(text, random);
        return text;
    }

    static void mutate(std::string& text, Prng& random) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(text.size()) + 1));
        const auto length = static_cast<std::size_t>(random.below(12));
        constexpr const char* words[] = {" ",    "\"",  "|", "(",  ")",   "#",  "\n",   "\\",     "-",  "S99",  "C0", "1.0",   "99999999999999999999",
                                         "all",  "-1",  "0", "%",  "1e9", ".",  "\xff", "\xed\xa0\x80", "\x7f", "\t", "S", "servers 300", "run 1000000s",
                                         "0.0000001s", "within", "\xe4\xbd\xa0"};
        switch (random.below(6)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, words[random.below(std::size(words))]); break;
            case 2:
                if (at < text.size()) text[at] = static_cast<char>(random.below(256));
                break;
            case 3: text.insert(at, text.substr(static_cast<std::size_t>(random.below(static_cast<std::int64_t>(text.size()) + 1)), length)); break;
            case 4: text.resize(at); break;
            default: text.insert(at, 1, '\0'); break;
        }
    }

    static void check(const ScriptError& error, const std::string& text, std::uint64_t seed) {
        const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 2;
        const std::string shown = error.text();
        const QByteArray bytes = QByteArray::fromStdString(shown);
        const QString what = QString("seed %1: %2").arg(seed).arg(QString::fromUtf8(bytes));
        QVERIFY2(error.line >= 1 && error.line <= lines && error.column >= 1, qPrintable(what));
        QVERIFY2(!error.message.empty() && shown.find('\n') == std::string::npos && shown.size() < 400, qPrintable(what));
        QVERIFY2(QString::fromUtf8(bytes).toUtf8() == bytes, qPrintable(what));
    }

    std::vector<std::string> m_scripts;
};

QTEST_APPLESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
