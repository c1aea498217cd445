// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a display: plays the lesson, tells it in the terminal, saves pictures of the real window.
#pragma once

#include "engine/base/types.h"

#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace zab {

class MainWindow;

struct PictureOptions {
    QSize size;
    static constexpr qlonglong kViolation = -1;
    qlonglong step = 0;   ///< after that many steps; kViolation: where the first property is violated
    int beat = 0;         ///< picture after that many beats of the lesson
    bool projector = false;
    std::vector<ClientId> opened;   ///< clients whose cards are open
    QString panel;                  ///< to be brought to the front; empty: none
};

/// "1920x1080"; empty if it is no size a window can have (200 to 8192 each way).
std::optional<QSize> parsePictureSize(const QString& text);
/// "C1,C2"; empty if one of them is no client (C1 to C200).
std::optional<std::vector<ClientId>> parseClients(const QString& text);

/// Asks for the wanted place of the run.
void goTo(MainWindow& window, const PictureOptions& options);
/// Plays the opened lesson to its end; one picture a beat. The exit code of the program.
int playHeadless(MainWindow& window, const QString& folder, const PictureOptions& options);
/// One picture of the window at the wanted place. The exit code of the program.
int takePicture(MainWindow& window, const QString& file, const PictureOptions& options);

}  // namespace zab
