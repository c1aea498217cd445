// SPDX-License-Identifier: GPL-3.0-or-later
// Every text can be read and every state told apart, in every theme and by every kind of eyes.
#include "ui/theme/color_vision.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace zab;

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void contrastOfKnownPairs();
    void textContrast_data();
    void textContrast();
    void statesStayApart_data();
    void statesStayApart();
    void packetsHaveTheColoursOfTheLegend();
    void downIsNotAState();
    void fontsGrowWithScale();
    void iconsArePainted();
};

namespace {

const std::pair<const char*, Theme> kThemes[] = {{"light", Theme::light()},
                                                 {"dark", Theme::dark()},
                                                 {"light projector", Theme::light(true)},
                                                 {"dark projector", Theme::dark(true)}};

void themeRows() {
    QTest::addColumn<int>("theme");
    for (int i = 0; i < 4; ++i) QTest::newRow(kThemes[i].first) << i;
}

}  // namespace

void TestTheme::contrastOfKnownPairs() {
    QVERIFY(std::abs(contrastRatio(Qt::white, Qt::black) - 21) < 0.01);
    QVERIFY(std::abs(contrastRatio(Qt::white, Qt::white) - 1) < 0.01);
    QVERIFY(std::abs(contrastRatio(QColor("#777777"), Qt::white) - 4.48) < 0.01);   // the well-known grey that just fails
}

void TestTheme::textContrast_data() {
    themeRows();
}

void TestTheme::textContrast() {
    QFETCH(int, theme);
    const Theme& t = kThemes[theme].second;
    QVERIFY(textPairs().size() > 40);
    for (const InkPair& pair : textPairs()) {
        const double ratio = contrastRatio(t.color(pair.text), t.color(pair.background));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3 (inks %4, %5)")
                                              .arg(t.color(pair.text).name(), t.color(pair.background).name())
                                              .arg(ratio)
                                              .arg(static_cast<int>(pair.text))
                                              .arg(static_cast<int>(pair.background))));
    }
}

void TestTheme::statesStayApart_data() {
    themeRows();
}

void TestTheme::statesStayApart() {
    QFETCH(int, theme);
    const Theme& t = kThemes[theme].second;
    const Ink states[] = {Ink::Looking, Ink::Following, Ink::Leading, Ink::Observing, Ink::Down};
    for (Vision vision : {Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan})
        for (Ink a : states) {
            for (Ink b : states) {
                if (a >= b) continue;
                // Leading and following come closest, for tritan eyes; a crown and the word tell them apart as well.
                const double d = colorDistance(seenBy(vision, t.color(a)), seenBy(vision, t.color(b)));
                QVERIFY2(d >= 10, qPrintable(QStringLiteral("inks %1 and %2, vision %3: %4").arg(int(a)).arg(int(b)).arg(int(vision)).arg(d)));
            }
            const double ground = colorDistance(seenBy(vision, t.color(a)), seenBy(vision, t.color(Ink::Surface)));
            QVERIFY2(ground >= 20, qPrintable(QStringLiteral("ink %1 on the stage, vision %2: %3").arg(int(a)).arg(int(vision)).arg(ground)));
        }
}

void TestTheme::packetsHaveTheColoursOfTheLegend() {
    const Theme t = Theme::light();
    QCOMPARE(t.server(ServerLife::Up, ServerState::Looking), QColor("#E69F00"));
    QCOMPARE(t.server(ServerLife::Up, ServerState::Following), QColor("#0072B2"));
    QCOMPARE(t.server(ServerLife::Up, ServerState::Leading), QColor("#009E73"));
    QCOMPARE(t.server(ServerLife::Up, ServerState::Observing), QColor("#56B4E9"));
    QCOMPARE(t.server(ServerLife::Down, ServerState::Leading), QColor("#D55E00"));
    QCOMPARE(t.packet(MessageType::Notification), QColor("#E69F00"));
    QCOMPARE(t.packet(MessageType::FollowerInfo), QColor("#B0609A"));
    QCOMPARE(t.packet(MessageType::Trunc), QColor("#B0609A"));
    QCOMPARE(t.packet(MessageType::Proposal), QColor("#0072B2"));
    QCOMPARE(t.packet(MessageType::Ack), QColor("#009E73"));
    // A ping is fainter than anything else: the least of all distances to the ground it lies on.
    const auto fromGround = [&](MessageType type) { return colorDistance(t.packet(type), t.color(Ink::Surface)); };
    for (MessageType type : {MessageType::Notification, MessageType::Proposal, MessageType::Ack, MessageType::Commit, MessageType::Diff, MessageType::Request})
        QVERIFY(fromGround(MessageType::Ping) < fromGround(type));
}

void TestTheme::downIsNotAState() {
    for (ServerState state : {ServerState::Looking, ServerState::Following, ServerState::Leading, ServerState::Observing}) {
        QCOMPARE(Theme::serverInk(ServerLife::Refused, state), Ink::Down);
        QCOMPARE(Theme::serverInk(ServerLife::Exited, state), Ink::Down);
        QVERIFY(Theme::serverInk(ServerLife::Frozen, state) != Ink::Down);
    }
}

void TestTheme::fontsGrowWithScale() {
    const Theme t = Theme::light();
    for (int r = 0; r < static_cast<int>(FontRole::Count_); ++r) {
        const auto role = static_cast<FontRole>(r);
        QCOMPARE(t.font(role, 2).pixelSize(), qRound(t.fontPixels(role) * 2));
        QVERIFY(t.font(role, 0.001).pixelSize() >= 1);
    }
}

void TestTheme::iconsArePainted() {
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    int themed = 0;
    for (QString name : names) {
        QFile file(QStringLiteral(":/icons/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const bool hasInk = file.readAll().contains("currentColor");
        themed += hasInk ? 1 : 0;
        name.chop(4);
        const QPixmap icon = iconPixmap(name, Qt::red, 24, 2);
        QCOMPARE(icon.size(), QSize(48, 48));
        const QImage image = icon.toImage();
        int inked = 0, red = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                inked += c.alpha() > 128 ? 1 : 0;
                red += c.alpha() > 128 && c.red() > 200 && c.green() < 60 ? 1 : 0;
            }
        QVERIFY2(inked > 60, qPrintable(name + QStringLiteral(" is empty")));
        QVERIFY2(!hasInk || red * 10 > inked * 9, qPrintable(name + QStringLiteral(" keeps a colour of its own")));
    }
    QVERIFY(themed >= 40);
    QVERIFY(iconPixmap(QStringLiteral("no such icon"), Qt::red, 24).isNull());
    QVERIFY(!themedIcon(QStringLiteral("crown"), Theme::dark()).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
