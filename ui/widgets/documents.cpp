// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/documents.h"

#include "engine/host/batch.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/engine_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>

namespace zab {
namespace {

constexpr int kMostRecent = 8;
constexpr qint64 kMostBytes = 16 * 1024 * 1024;   ///< no script of a person is that large

QString recentKey() { return QStringLiteral("files/recent"); }

}  // namespace

Documents::Documents(const Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_lessons(scriptsIn(QStringLiteral(":/lessons"))), m_scenarios(scriptsIn(QStringLiteral(":/scenarios"))) {
    sortExhibits();
    connect(&m_bench.feed, &TraceFeed::noticed, this, &Documents::onNotice);
}

std::vector<Documents::Lesson> Documents::scriptsIn(const QString& folder) {
    std::vector<Lesson> found;
    for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.lab")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto parsed = parseScript(file.readAll().toStdString(), info.fileName().toStdString());
        const auto* script = std::get_if<Script>(&parsed);
        found.push_back({info.filePath(), script && !script->title.empty() ? QString::fromStdString(script->title) : info.completeBaseName()});
    }
    return found;
}

void Documents::sortExhibits() {
    const auto nameOf = [](const Lesson& l) { return QFileInfo(l.path).completeBaseName(); };
    for (Lesson& exhibit : scriptsIn(QStringLiteral(":/exhibits"))) (nameOf(exhibit).startsWith(QLatin1String("rule-")) ? m_rules : m_museum).push_back(std::move(exhibit));
    // The rules in their order; what happened before how it was cured.
    const auto ofSeal = [&](const Lesson& l) { return sealByName(nameOf(l).mid(5).toStdString()).value_or(Seal::Count_); };
    std::stable_sort(m_rules.begin(), m_rules.end(), [&](const Lesson& a, const Lesson& b) { return ofSeal(a) < ofSeal(b); });
    const auto key = [&](const Lesson& l) { return nameOf(l).replace(QLatin1String("-after"), QLatin1String("-z")); };
    std::stable_sort(m_museum.begin(), m_museum.end(), [&](const Lesson& a, const Lesson& b) { return key(a) < key(b); });
}

bool Documents::openReadyLesson() { return !m_lessons.empty() && open(m_lessons.front().path); }

bool Documents::open(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit failed(tr("%1 cannot be opened: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        return false;
    }
    if (file.size() > kMostBytes) {
        emit failed(tr("%1 is too large to be a script.").arg(QDir::toNativeSeparators(path)));
        return false;
    }
    const QFileInfo info(path);
    auto parsed = parseScript(file.readAll().toStdString(), info.fileName().toStdString());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        emit failed(errorText(*error));
        return false;
    }
    if (!path.startsWith(QLatin1Char(':'))) remember(info.absoluteFilePath());
    open(std::move(std::get<Script>(parsed)));
    return true;
}

void Documents::open(Script script) {
    m_name = QString::fromStdString(script.file);
    m_bench.client.openScript(std::move(script));
    emit opened(m_name);
}

QString Documents::title() const {
    const std::string& title = m_bench.client.script().title;
    if (title.empty()) return m_name;
    return isKnownEngineSentence(title) ? engineSentence(title) : QCoreApplication::translate("Lesson", title.c_str());
}

void Documents::save(const QString& path) {
    m_saveTo = path;
    m_bench.client.requestDocument();
}

void Documents::onNotice(const Notice& notice) {
    if (notice.kind != Notice::Kind::Document || m_saveTo.isEmpty()) return;
    const QString path = std::exchange(m_saveTo, QString());
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(notice.text);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        emit failed(tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    remember(QFileInfo(path).absoluteFilePath());
    emit saved(path);
}

QStringList Documents::recentFiles() const { return QSettings().value(recentKey()).toStringList(); }

void Documents::remember(const QString& path) {
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > kMostRecent) recent.removeLast();
    settings.setValue(recentKey(), recent);
}

}  // namespace zab
