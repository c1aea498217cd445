// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help_texts.h"

#include <QCoreApplication>

namespace zab {
namespace {

/// The context is the one under which lupdate files a free tr(): its namespace.
QString tr(const char* text) { return QCoreApplication::translate("zab", text); }

}  // namespace

QString keysText() {
    const std::pair<QString, QString> rows[] = {
        {tr("Space"), tr("play, pause")},
        {tr("→ or Page Down"), tr("one step forward")},
        {tr("← or Page Up"), tr("one step back, exactly")},
        {tr("Alt+1 … Alt+6"), tr("step size: event, packet, vote round, phase, commit, lesson beat")},
        {tr("Home"), tr("back to the beginning")},
        {tr("+ and −"), tr("faster, slower")},
        {tr("F2"), tr("what colours and signs mean")},
        {tr("F5"), tr("projector mode; Esc leaves it")},
        {tr("B or ."), tr("blank the screen")},
        {tr("Ctrl+1 … Ctrl+9"), tr("open a lesson")},
        {tr("Ctrl+O, Ctrl+S"), tr("open a script, save the run")},
        {tr("Ctrl+K, Ctrl+R"), tr("crash, restart the selected server")},
        {tr("Ctrl+L, Ctrl+P, Ctrl+H"), tr("cut a link, partition, heal all links")},
        {tr("Ctrl+D"), tr("drop the selected packet")},
        {tr("Ctrl+G"), tr("on to where a property is violated")},
        {tr("Ctrl+F"), tr("look for a violation, in many runs or in all of a small ensemble")},
        {tr("Ctrl+J"), tr("from what is selected to its part in a recipe")},
        {tr("Tab and arrow keys on the stage"), tr("go from thing to thing; Enter opens its menu, or a client")},
        {tr("Arrow keys in the picture of a recipe"), tr("go from waiter to waiter")},
        {tr("Ctrl+wheel in the picture of a recipe"), tr("larger or smaller")},
    };
    QString out = QStringLiteral("<table cellspacing='0' cellpadding='4'>");
    for (const auto& [key, what] : rows) out += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>").arg(key.toHtmlEscaped(), what.toHtmlEscaped());
    return out + QStringLiteral("</table>");
}

QString aboutText() {
    return QStringLiteral("<h3>ZabLab %1</h3><p>%2</p><p>%3</p>")
        .arg(QCoreApplication::applicationVersion(),
             tr("A whole ZooKeeper ensemble in slow motion: every vote, packet, fsync, acknowledgement and commit can be seen, stepped through, broken and taken back.").toHtmlEscaped(),
             tr("Free software under the GNU General Public License, version 3 or later.").toHtmlEscaped());
}

}  // namespace zab
