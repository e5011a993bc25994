package ai.whatsflow.identity.provisioning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed task.
 *
 * @param subject the provider's id of the sign-in as last seen
 * @param invited whether that sign-in has been mailed its link
 * @param requested which request this is the answer to
 * @param attempts how many were made, this one included
 * @param lease proves that the task is still ours
 */
record ProvisioningTask(
        UUID userId, @Nullable String subject, boolean invited, long requested, int attempts, UUID lease) {}
