package ai.whatsflow.local.command;

import picocli.CommandLine.Command;

/** The command that holds all others. */
@Command(
        name = "whatsflow",
        description = "The WhatsFlow platform on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            ChaosCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StartCommand.class,
            RestartCommand.class,
            KillCommand.class,
            TokenCommand.class,
            CleanCommand.class
        },
        footer = {
            "",
            "./whatsflow test [--deep [--minutes N]] builds and tests everything.",
            "./whatsflow bench [name ...] measures it against yardsticks.",
            "WHATSFLOW_PORT_OFFSET shifts every port, WHATSFLOW_HOME moves .whatsflow."
        })
public final class Whatsflow {}
