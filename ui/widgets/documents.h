// SPDX-License-Identifier: GPL-3.0-or-later
// Opens lessons and files, saves the run, remembers recent files. Bad input is one sentence, and what was open stays open.
#pragma once

#include "engine/script/script.h"
#include "ui/widgets/workbench.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace zab {

struct Notice;

class Documents : public QObject {
    Q_OBJECT

public:
    struct Lesson {
        QString path;    ///< resource path
        QString title;   ///< as written in the lesson; translated with context "Lesson" where it is shown
    };

    explicit Documents(const Workbench& bench, QObject* parent = nullptr);

    /// The ready lessons in the order of their names.
    const std::vector<Lesson>& lessons() const { return m_lessons; }
    /// The scenarios that come with the program, in the order of their names.
    /// Of the opened one, translated; its file's name where it has none.
    QString title() const;
    const std::vector<Lesson>& scenarios() const { return m_scenarios; }
    /// Runs that end in a violation: one for each rule that is switched off, and the defects of releases.
    const std::vector<Lesson>& rules() const { return m_rules; }
    const std::vector<Lesson>& museum() const { return m_museum; }
    /// Opens a lesson or a file. False, and failed() was emitted, if it cannot be read.
    bool open(const QString& path);
    bool openReadyLesson();
    /// Opens what no file holds.
    void open(Script script);
    /// Writes the run, as a script that replays it, when the engine has handed it over.
    void save(const QString& path);
    QStringList recentFiles() const;
    QString name() const { return m_name; }

signals:
    void opened(const QString& name);
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    static std::vector<Lesson> scriptsIn(const QString& folder);
    void onNotice(const Notice& notice);
    void remember(const QString& path);

    Workbench m_bench;
    void sortExhibits();
    std::vector<Lesson> m_lessons, m_scenarios, m_rules, m_museum;
    QString m_name;
    QString m_saveTo;
};

}  // namespace zab
