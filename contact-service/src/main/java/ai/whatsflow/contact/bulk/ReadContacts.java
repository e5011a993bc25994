package ai.whatsflow.contact.bulk;

import ai.whatsflow.contact.contact.NewContact;
import ai.whatsflow.contact.phone.PhoneNumbers;
import ai.whatsflow.platform.problem.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Typed contacts, read: by E.164 number (the first name given for a number wins) and those that could not be read.
 *
 * @param readable how many could be read, the same number counted each time
 */
public record ReadContacts(Map<String, NewContact> byPhone, int readable, List<FieldProblem> invalid) {

    /** A contact as typed; the phone in any form. */
    public record Typed(String phone, @Nullable String name) {}

    public static ReadContacts from(List<Typed> typed, @Nullable String region) {
        Map<String, NewContact> byPhone = new LinkedHashMap<>(typed.size() * 2);
        List<FieldProblem> invalid = new ArrayList<>();
        for (int index = 0; index < typed.size(); index++) {
            Typed entry = typed.get(index);
            Optional<String> phone = PhoneNumbers.toE164(entry.phone(), region);
            if (phone.isPresent()) {
                byPhone.putIfAbsent(phone.get(), new NewContact(phone.get(), entry.name()));
            } else {
                invalid.add(new FieldProblem("/contacts/" + index + "/phone", "This is not a phone number."));
            }
        }
        return new ReadContacts(byPhone, typed.size() - invalid.size(), invalid);
    }
}
