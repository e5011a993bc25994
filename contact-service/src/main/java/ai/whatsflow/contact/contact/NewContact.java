package ai.whatsflow.contact.contact;

import org.jspecify.annotations.Nullable;

/** A contact to be added; the phone is E.164 already. */
public record NewContact(String phone, @Nullable String name) {}
