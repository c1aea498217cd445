// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the stage. Protocol words stand as in ZooKeeper; the rest is translated.
#pragma once

#include "engine/lab/cluster_view.h"

#include <QCoreApplication>
#include <QString>

namespace zab {

/// Translation context of everything on the stage.
struct StageText {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

QString zxidWord(Zxid zxid);                           ///< "2.8"
QString serverWord(ServerId id);                       ///< "S3"; "-" for none
QString clientWord(ClientId id);                       ///< "C1"
QString durationWord(SimTime t);                       ///< "1.2 ms"
QString sessionsWord(int sessions);
QString stateWord(const ServerView& server);           ///< "LOOKING", "DOWN", ...
QString phaseWord(const ServerView& server);           ///< "SYNCHRONIZATION · DIFF"
QString epochWord(const ServerView& server);           ///< "epoch 2", or both where they differ
QString diskWord(const ServerView& server);            ///< what the disk keeps: "1.40 – 1.42"
QString logLookWord(LogLook look);

QString packetWord(const PacketView& packet);          ///< "PROPOSAL 2.6"
QString packetShortWord(const PacketView& packet);     ///< "P 2.6": on a queue cell
QString packetTip(const PacketView& packet, SimTime now);
QString packetName(const PacketView& packet);          ///< "PROPOSAL 2.6 from S3 to S1"

QString serverStateSentence(const ServerView& server); ///< for screen readers
QString linkStateSentence(const LinkView& link);
QString clientStateSentence(const ClientView& client);

}  // namespace zab
