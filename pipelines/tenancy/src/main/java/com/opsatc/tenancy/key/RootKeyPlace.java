package com.opsatc.tenancy.key;

import java.nio.file.Path;

/** Where the root key of an installation is kept, whether there is one yet or not; a backend has one kind of it. */
public interface RootKeyPlace {
    /** The text by which this place is named again, from wherever a command is started; no secret. */
    String reference();

    /** Whether there is something, be it a key that can be used or not. */
    boolean isTaken();

    /**
     * Opens the key.
     *
     * @throws com.opsatc.contract.error.PipelineException when the place is inside the home or holds no key that is safe to use
     */
    RootKey open(Path home);

    /** Makes a new random key where none is; refuses a place inside the home. */
    RootKey create(Path home);

    /** A file of this machine, outside the home, that belongs to this key and no other: its name ends as given. */
    Path beside(String ending);
}
