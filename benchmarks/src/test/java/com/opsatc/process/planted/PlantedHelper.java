package com.opsatc.process.planted;

/** Has a name that says nothing. */
class PlantedHelper {}
