package ai.whatsflow.instance.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * What one look at a lane decided: which messages leave, which end, and how far the look went.
 *
 * @param lookedThrough position of the last message that leaves or has ended
 * @param held something has to be known first before the lane goes on
 */
record LaneBatch(
        Lane lane,
        LaneLook look,
        List<Dispatch> sends,
        List<StatusLedger.Rise> endings,
        long lookedThrough,
        boolean held) {

    /** Bytes that a command takes in a request besides its text. */
    private static final int COMMAND_BYTES = 400;

    /**
     * Judges messages in order; stops at the first to hold and where the budget of the request ends.
     *
     * @param asked how many were asked for: fewer means that no other is waiting
     */
    static LaneBatch of(
            Lane lane,
            LaneLook look,
            int asked,
            List<Dispatch> dispatches,
            DispatchChecks.Round checks,
            RequestBudget budget) {
        List<Dispatch> sends = new ArrayList<>();
        List<StatusLedger.Rise> endings = new ArrayList<>();
        long through = look.from();
        for (Dispatch dispatch : dispatches) {
            switch (checks.of(dispatch, lane)) {
                case Verdict.Hold hold -> {
                    return new LaneBatch(lane, look, sends, endings, through, true);
                }
                case Verdict.End(DispatchStatus status, String reason) ->
                    endings.add(new StatusLedger.Rise(dispatch.messageId(), dispatch.instanceId(), status, reason));
                case Verdict.Send send -> {
                    if (!budget.takeCommand(COMMAND_BYTES + 3L * dispatch.text().length())) {
                        return new LaneBatch(lane, look, sends, endings, through, false);
                    }
                    sends.add(dispatch);
                }
            }
            through = dispatch.position();
        }
        boolean exhausted = dispatches.size() < asked;
        return new LaneBatch(
                lane, look, sends, endings, exhausted ? Math.max(through, lane.lastPosition()) : through, false);
    }

    /** Where the lane's marks go when nothing leaves: beyond what has ended. */
    LaneLook lookWithoutSends() {
        return new LaneLook(
                look.inFlight() == 0 ? Math.max(look.settledThrough(), lookedThrough) : look.settledThrough(),
                Math.max(look.from(), lookedThrough),
                look.inFlight(),
                look.progressAt());
    }

    /** What still fits into a request. */
    static final class RequestBudget {

        private int commandsLeft;
        private long bytesLeft;

        RequestBudget(int commands, long bytes) {
            commandsLeft = commands;
            bytesLeft = bytes;
        }

        boolean takeCommand(long bytes) {
            if (commandsLeft == 0 || bytes > bytesLeft) {
                return false;
            }
            commandsLeft--;
            bytesLeft -= bytes;
            return true;
        }
    }
}
