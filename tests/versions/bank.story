Harbour Bank raises rate to 3.5 percent

By Marta Quill

LUND (Agency) - Harbour Bank raised its main rate to 3.5 percent on Wednesday and said more steps could follow if prices go on rising faster than wages.

The bank, which had left the rate at 3.25 percent since January, said inflation would stay above its goal of 2 percent until the end of next year.

"We will do what it takes, and we will do it in good time," Governor Paul Salo told reporters after the meeting of the bank's seven directors.

Two directors voted against the step. Economists had been split: of 20 asked by the newspaper Morning Post, 11 had expected the bank to wait.

The crown rose to its highest level against the euro since the autumn, and shares of lenders gained as much as 4 percent.
