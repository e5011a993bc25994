package ai.whatsflow.contact.consent;

import ai.whatsflow.contact.contact.Contact;

/** What can happen to consent. The contact opts in and out; the account blocks and unblocks. */
public enum ConsentChange {
    UNSUBSCRIBE {
        @Override
        boolean subscribed(Contact contact) {
            return false;
        }
    },
    RESUBSCRIBE {
        @Override
        boolean subscribed(Contact contact) {
            return true;
        }
    },
    BLOCK {
        @Override
        boolean blocked(Contact contact) {
            return true;
        }
    },
    UNBLOCK {
        @Override
        boolean blocked(Contact contact) {
            return false;
        }
    };

    boolean subscribed(Contact contact) {
        return contact.subscribed();
    }

    boolean blocked(Contact contact) {
        return contact.blocked();
    }

    boolean isDone(Contact contact) {
        return subscribed(contact) == contact.subscribed() && blocked(contact) == contact.blocked();
    }
}
