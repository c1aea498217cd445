// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the desktop program; read without a display.
#pragma once

#include "app/zablab_headless.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace zab {

struct Options {
    QString file;                     ///< empty: the ready lesson
    QString language, theme;          ///< empty: as remembered, else as the system
    QString headless, screenshot;     ///< where pictures go; empty: a window is wanted
    bool checkDisplay = false;
    PictureOptions pictures;

    bool wantsPictures() const { return !headless.isEmpty() || !screenshot.isEmpty(); }
};

/// The language that the arguments, else the settings, else the locale ask for: help and errors are in it already.
QString wantedLanguage(const QStringList& arguments);
/// Reads the arguments. An exit code if the program has nothing more to do: help was printed (0), or one sentence why not (2).
std::optional<int> readOptions(const QStringList& arguments, Options& options);
/// One sentence on standard error; the exit code for bad input.
int complain(const QString& sentence);

}  // namespace zab
