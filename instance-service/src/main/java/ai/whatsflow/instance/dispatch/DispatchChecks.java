package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.consent.Recipient;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Checks once more, right before a message leaves, what was checked when it was accepted. */
interface DispatchChecks {

    Round round(Collection<Dispatch> dispatches);

    /** What holds for the messages of one look, asked for all of them together. */
    record Round(Set<Recipient> refusing, Map<UUID, Verdict> byAccount) {

        Verdict of(Dispatch dispatch, Lane lane) {
            if (!lane.now().isBefore(dispatch.expiresAt())) {
                return dispatch.position() <= lane.everSubmitted()
                        ? new Verdict.End(DispatchStatus.FAILED, FailureReason.OUTCOME_UNKNOWN)
                        : new Verdict.End(DispatchStatus.EXPIRED, FailureReason.WAITED_TOO_LONG);
            }
            if (!dispatch.isSendable()) {
                return new Verdict.End(DispatchStatus.FAILED, FailureReason.MESSAGE_INVALID);
            }
            Verdict account = byAccount.getOrDefault(dispatch.accountId(), new Verdict.Hold());
            boolean refused = refusing.contains(new Recipient(dispatch.accountId(), dispatch.recipient()));
            return account instanceof Verdict.Send && refused
                    ? new Verdict.End(DispatchStatus.FAILED, FailureReason.RECIPIENT_OPTED_OUT)
                    : account;
        }
    }
}
