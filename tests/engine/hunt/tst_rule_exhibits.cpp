// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that can be switched off has its exhibit: without it the property that it guards falls, and with it the same schedule is clean.
#include "engine/script/script.h"
#include "engine/zab/variants.h"

#include <QFile>
#include <QtTest>

using namespace zab;

namespace {

QString path(Seal seal) { return QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/rule-%1.lab").arg(QString::fromUtf8(sealInfo(seal).id.data())); }

Script exhibit(Seal seal) {
    QFile file(path(seal));
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto parsed = parseScript(file.readAll().toStdString(), file.fileName().toStdString());
    auto* script = std::get_if<Script>(&parsed);
    return script ? *script : Script{};
}

std::string idOf(const ViolationFound& v) { return std::string(propertyInfo(v.property).id); }

class TestRuleExhibits : public QObject {
    Q_OBJECT

private slots:
    void everyRuleHasOne_data() {
        QTest::addColumn<int>("seal");
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i)
            if (QFile::exists(path(static_cast<Seal>(i)))) QTest::newRow(sealInfo(static_cast<Seal>(i)).id.data()) << i;
    }
    void everyRuleHasOne() {
        QFETCH(int, seal);
        const Script script = exhibit(static_cast<Seal>(seal));
        Variants only;
        only.broken.add(static_cast<Seal>(seal));
        QVERIFY2(script.scenario.ensemble.variants == only, "it switches off this rule and nothing else");

        const std::string guarded(sealInfo(static_cast<Seal>(seal)).guards);
        Lab lab(script.scenario);
        ScriptRunner runner(script, lab);
        std::int64_t told = 0;   // commands and runs up to the violation, and behind it
        std::int64_t behind = 0;
        while (!runner.atEnd()) {
            const bool done = std::holds_alternative<Expect>(runner.next().what) || std::holds_alternative<Say>(commandOf(runner.next()));
            if (!done) ++(lab.checker().violations().empty() ? told : behind);
            if (runner.step()) continue;
            QFAIL(runner.error() ? runner.error()->text().c_str() : runner.failures().back().seen.c_str());
        }
        // One event may break several properties; the guarded one falls with the first of them.
        const auto& fallen = lab.checker().violations();
        QVERIFY(!fallen.empty());
        QVERIFY2(std::any_of(fallen.begin(), fallen.end(), [&](const ViolationFound& v) { return idOf(v) == guarded && v.event == fallen.front().event; }),
                 idOf(fallen.front()).c_str());
        QVERIFY2(behind == 0, "it ends where the property falls");
        QVERIFY(told > 0);

        // The decision that the broken rule made possible can be seen.
        const auto decisive = [&] {
            for (EventId e = 0; e < lab.trace().size(); ++e)
                if (ruleInfo(lab.trace().at(e).rule).id.starts_with("Without")) return true;
            return false;
        };
        QVERIFY(decisive());

        // With the rule on, the same schedule, as far as it still makes sense, is clean.
        Scenario scenario = script.scenario;
        scenario.ensemble.variants = {};
        Lab whole(scenario);
        for (const Statement& s : script.statements) {
            if (std::holds_alternative<Expect>(s.what)) continue;
            bool failed = false;
            carryOut(s, whole, failed);   // what does not come, or cannot be done any more, is left out
        }
        if (!whole.checker().violations().empty()) QFAIL(idOf(whole.checker().violations().front()).c_str());
        for (EventId e = 0; e < whole.trace().size(); ++e) QVERIFY(!ruleInfo(whole.trace().at(e).rule).id.starts_with("Without"));
    }

private:
    static Command commandOf(const Statement& s) {
        const auto* command = std::get_if<Command>(&s.what);
        return command ? *command : Command(HealAll{});
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestRuleExhibits)
#include "tst_rule_exhibits.moc"
