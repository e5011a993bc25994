package ai.whatsflow.identity.provisioning;

/** There is work for the workers, once the transaction has committed. */
record ProvisioningRequested() {}
