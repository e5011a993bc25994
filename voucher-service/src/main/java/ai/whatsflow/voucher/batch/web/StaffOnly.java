package ai.whatsflow.voucher.batch.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;

/** Batches belong to the platform's owner: whatever a permission set says, no dealer or customer sees them. */
final class StaffOnly {
    private StaffOnly() {}

    static void require(Caller caller, String permission) {
        caller.require(permission);
        if (!caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Voucher batches are the owner's.");
        }
    }
}
